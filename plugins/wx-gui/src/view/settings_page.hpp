// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// How the window looks and which language it speaks. A choice applies at once.
class SettingsPage final : public wxPanel {
 public:
  SettingsPage(wxWindow* parent, Desk& desk);
  void choose(Appearance appearance);
  void choose_language(const std::string& language);

 private:
  struct Choice {
    std::string words;
    bool chosen;
    std::function<void()> choose;
  };
  void add_section(wxSizer* rows, const std::string& title, const std::string& words,
                   const std::vector<Choice>& choices);
  Desk& desk_;
};

}  // namespace p2pchat::wx_gui
