// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

#include <string>
#include <string_view>

namespace p2pchat::wx_gui {

/// The longest message, in octets; one more is enough to see that something is longer.
constexpr std::size_t most_dropped = 64 << 10;

/// What was let go over the window.
struct Dropped {
  enum class Kind { invite, text, refused };
  Kind kind = Kind::refused;
  std::string words;  ///< the invite, the text for the composer, or why it cannot be taken
};

/// Reads a dropped text, or the content of a dropped file: its first `most_dropped` octets and one more, if there are.
Dropped read_dropped(std::string_view octets, const Language& language);

}  // namespace p2pchat::wx_gui
