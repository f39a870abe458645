// SPDX-License-Identifier: MIT
#pragma once
#include "view/painter.hpp"

namespace p2pchat::wx_gui {

/// Draws a text of several lines from the top left of a box, as wide as it; what is below the box is left out. Returns
/// the height it takes.
double paragraph(Painter& painter, const Desk& desk, const std::string& words, const Box& box, Type type,
                 Colour colour);
/// That height, without drawing.
double paragraph_height(const Desk& desk, const std::string& words, double width, Type type);

/// The text with a newline where a line of that width ends. wxStaticText::Wrap breaks at spaces alone, which Chinese
/// has not.
wxString wrapped(const Desk& desk, const std::string& words, double width, Type type);

}  // namespace p2pchat::wx_gui
