// SPDX-License-Identifier: MIT
#pragma once
#include "model/shortcuts.hpp"
#include "view/desk.hpp"
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// Asks for the keys of one act: they are pressed. What cannot be is said, and changes nothing.
class KeySheet final : public Sheet {
 public:
  KeySheet(wxWindow* parent, Desk& desk, Act act);
  /// Takes these keys; closes with `wxID_OK` when they hold.
  void take(const Chord& chord);

 private:
  void on_key(wxKeyEvent& event);
  void settle(KeyMap::Set set, const Chord& chord);
  Desk& mine_;
  const Act act_;
};

}  // namespace p2pchat::wx_gui
