// SPDX-License-Identifier: MIT
#pragma once
#include "model/chord.hpp"
#include "view/toolkit.hpp"

namespace p2pchat::wx_gui {

/// The keys of a key event; nothing while only Ctrl, Alt or Shift is down, and for keys that have no name in a `Chord`.
std::optional<Chord> chord_of(const wxKeyEvent& event);

}  // namespace p2pchat::wx_gui
