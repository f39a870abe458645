// SPDX-License-Identifier: MIT
#pragma once
#include "unit/wx-gui/stage.hpp"

namespace p2pchat::wx_gui {

/// Takes a time zone where the sun sets just now.
void make_it_dusk(Stage& stage);
/// People of all kinds, and what they wrote.
void bring_people(Stage& stage);
/// Bottles of all kinds, found and thrown, one of which was answered.
void bring_bottles(Stage& stage);
/// Nodes near and far, young and old, some with sessions.
void bring_nodes(Stage& stage);

}  // namespace p2pchat::wx_gui
