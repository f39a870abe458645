// SPDX-License-Identifier: MIT
#pragma once
#include "view/painter.hpp"

namespace p2pchat::wx_gui {

/// Pictures drawn by lines, so that they are sharp at every size.
enum class Icon { chats, beach, network, plugins, settings, search, send, more, add, up, down, back, close, bottle };

/// Draws a picture into a square box.
void draw(Icon icon, Painter& painter, const Box& box, Colour colour);

}  // namespace p2pchat::wx_gui
