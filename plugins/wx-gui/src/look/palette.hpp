// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <compare>
#include <cstdint>

namespace p2pchat::wx_gui {

/// An opaque colour.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  auto operator<=>(const Colour&) const = default;
};

/// A colour as it is written: 0xRRGGBB.
constexpr Colour rgb(std::uint32_t code) {
  return {static_cast<std::uint8_t>(code >> 16), static_cast<std::uint8_t>(code >> 8), static_cast<std::uint8_t>(code)};
}

/// How far two colours stand apart, 1 to 21 (WCAG 2.1, contrast ratio). Text needs 4.5.
double contrast(Colour a, Colour b);
/// A colour between two: `part` 0 is `a`, 1 is `b`.
Colour mixed(Colour a, Colour b, double part);

/// Which look is shown, and which one the person asked for.
enum class Theme { light, dark };
enum class Appearance { automatic, light, dark };
Theme theme_of(Appearance wanted, bool system_is_dark);

/// Every colour of the window by what it is for. Those named `..._text` may carry small text on side, canvas and card.
struct Palette {
  Colour rail, rail_selected, rail_label;
  Colour side, side_selected, canvas, card;
  Colour bubble_in, bubble_out, pill, line;
  Colour selection, hit;  // behind text that is selected or was searched for
  Colour text, secondary_text, accent_text, alert_text;
  Colour accent, on_accent, alert, on_alert, focus, online;
};
const Palette& palette(Theme theme);

/// How something is said in answer to a person: it goes well, or it went wrong.
enum class Tone { calm, trouble };
inline Colour colour_of(const Palette& colours, Tone tone) {
  return tone == Tone::trouble ? colours.alert_text : colours.secondary_text;
}

/// The two ends of the colour of somebody's picture, by their id: the same everywhere, dark enough for white letters.
struct Tint {
  Colour from, to;
};
Tint tint_of(const sdk::Id& who);

}  // namespace p2pchat::wx_gui
