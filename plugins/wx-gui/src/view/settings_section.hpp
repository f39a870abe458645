// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

#include <wx/scrolwin.h>

namespace p2pchat::wx_gui {

/// One part of the settings: headings, words, choices, facts, things to do, from top to bottom.
class SettingsSection final : public wxScrolledWindow {
 public:
  struct Choice {
    std::string words;
    bool chosen;
    std::function<void()> choose;
  };
  /// `room` is how wide it will be; words are broken at that width, at most at one that is good to read.
  SettingsSection(wxWindow* parent, const Desk& desk, int room);
  void heading(const std::string& words);
  void words(const std::string& words);
  void choices(const std::vector<Choice>& choices);
  void action(const std::string& words, std::function<void()> action);
  /// A name and what it is.
  void fact(const std::string& name, const std::string& value);
  enum class Fact { usual, changed };
  /// The same with a button to change it; what is not the usual stands out.
  void fact_to_change(const std::string& name, const std::string& value, Fact fact, std::function<void()> change);
  /// To be called when everything was added.
  void finish();

 private:
  wxStaticText* label(const std::string& words, Type type, Colour colour, int room);
  const Desk& desk_;
  int room_;
  wxBoxSizer* rows_;
};

}  // namespace p2pchat::wx_gui
