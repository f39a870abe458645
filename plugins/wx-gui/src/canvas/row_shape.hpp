// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/text_layout.hpp"

namespace p2pchat::wx_gui {

/// A rectangle in a row, in pixels from its left top corner.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
  bool holds(double px, double py) const { return px >= x && px < x + width && py >= y && py < y + height; }
};

/// What a row of the conversation is made of, measured.
struct RowParts {
  bool incoming = false, grouped = false, day = false, unread = false;
  double text_width = 0, text_height = 0;
  double reason_width = 0, reason_height = 0;  ///< 0: there is none
  double action_width = 0;                     ///< of a button below the reason; 0: there is none
  double meta_width = 0, small_height = 0;     ///< time and state beside the bubble
};

/// Where everything of a row stands. Boxes of what is not there are empty.
struct RowShape {
  Box day, unread, picture, bubble, text, reason, action, meta;
  double height = 0;
};

/// The widest a text may be in a row of this width. `scale` is pixels for each device-independent pixel.
double text_room(double row_width, double scale);
RowShape shape_of(const RowParts& parts, double row_width, double scale);

/// A guess at the height of a row whose text has not been laid out.
double guessed_height(std::size_t text_octets, double row_width, double scale);

}  // namespace p2pchat::wx_gui
