// SPDX-License-Identifier: MIT
#pragma once
#include "view/settings_section.hpp"

#include <map>

namespace p2pchat::wx_gui {

/// How the window looks and behaves, and where things are. A choice applies at once.
class SettingsPage final : public wxPanel {
 public:
  SettingsPage(wxWindow* parent, Desk& desk);
  void choose(Appearance appearance);
  void choose_language(const std::string& language);
  void choose(Notices notices);
  void choose(SendKey key);
  void choose(Motion motion);
  void show(Section section);
  void take(const Event& event);

 private:
  void rebuild();
  bool is_narrow() const;
  int room() const;
  /// Puts the names of the parts beside what is shown, or above it where there is no room.
  void arrange();
  void appearance(SettingsSection& into);
  void language(SettingsSection& into);
  void notifications(SettingsSection& into);
  void chats(SettingsSection& into);
  void shortcuts(SettingsSection& into);
  void change_keys(Act act);
  Desk& desk_;
  std::map<Section, TextButton*> tabs_;
  wxStaticText* title_;
  SettingsSection* shown_ = nullptr;
  int built_for_ = 0;
};

}  // namespace p2pchat::wx_gui
