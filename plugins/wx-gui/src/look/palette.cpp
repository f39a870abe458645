// SPDX-License-Identifier: MIT
#include "look/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace p2pchat::wx_gui {
namespace {

double linear(std::uint8_t part) {
  const double c = part / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue); }

std::uint8_t mixed(std::uint8_t a, std::uint8_t b, double part) {
  return static_cast<std::uint8_t>(std::lround(a + (b - a) * part));
}

constexpr Palette light_palette{.rail = rgb(0x0F4C5C),
                                .rail_selected = rgb(0x1B6272),
                                .rail_label = rgb(0xCFE3E6),
                                .side = rgb(0xF6F3EC),
                                .side_selected = rgb(0xDDEEEA),
                                .canvas = rgb(0xFBFAF6),
                                .card = rgb(0xFFFFFF),
                                .bubble_in = rgb(0xFFFFFF),
                                .bubble_out = rgb(0xCFEDE7),
                                .pill = rgb(0xE6E0D3),
                                .line = rgb(0xE6E0D3),
                                .selection = rgb(0x9CC9E8),
                                .hit = rgb(0xF7D08A),
                                .text = rgb(0x1D2B32),
                                .secondary_text = rgb(0x55656E),
                                .accent_text = rgb(0x0A6E64),
                                .alert_text = rgb(0xB93A2A),
                                .accent = rgb(0x0B776C),
                                .on_accent = rgb(0xFFFFFF),
                                .alert = rgb(0xC2402F),
                                .on_alert = rgb(0xFFFFFF),
                                .focus = rgb(0xF2B56B),
                                .online = rgb(0x35C46A)};

constexpr Palette dark_palette{.rail = rgb(0x0B1C26),
                               .rail_selected = rgb(0x17404C),
                               .rail_label = rgb(0xB4CBD2),
                               .side = rgb(0x10242F),
                               .side_selected = rgb(0x17404A),
                               .canvas = rgb(0x0E1F29),
                               .card = rgb(0x1A323F),
                               .bubble_in = rgb(0x1A323F),
                               .bubble_out = rgb(0x1F5C66),
                               .pill = rgb(0x1C3541),
                               .line = rgb(0x1C3541),
                               .selection = rgb(0x2F6690),
                               .hit = rgb(0x7A5418),
                               .text = rgb(0xE6F1F2),
                               .secondary_text = rgb(0xA3BAC3),
                               .accent_text = rgb(0x57CFBF),
                               .alert_text = rgb(0xFFBDB3),
                               .accent = rgb(0x3FC1B0),
                               .on_accent = rgb(0x06231F),
                               .alert = rgb(0xE4604E),
                               .on_alert = rgb(0x230A06),
                               .focus = rgb(0xF2B56B),
                               .online = rgb(0x35C46A)};

constexpr std::array<Tint, 8> tints{{{rgb(0xA3664F), rgb(0x7F6A2E)},
                                     {rgb(0x3F7C97), rgb(0x42469A)},
                                     {rgb(0x857139), rgb(0x577A2A)},
                                     {rgb(0x35824A), rgb(0x2E7D74)},
                                     {rgb(0x7A57A0), rgb(0x933A86)},
                                     {rgb(0xA34C77), rgb(0x9A4048)},
                                     {rgb(0x2F7F8C), rgb(0x2A6A5B)},
                                     {rgb(0x5B6A8C), rgb(0x3D5A73)}}};

}  // namespace

double contrast(Colour a, Colour b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

Colour mixed(Colour a, Colour b, double part) {
  return {mixed(a.red, b.red, part), mixed(a.green, b.green, part), mixed(a.blue, b.blue, part)};
}

Theme theme_of(Appearance wanted, bool system_is_dark) {
  if (wanted == Appearance::automatic) return system_is_dark ? Theme::dark : Theme::light;
  return wanted == Appearance::dark ? Theme::dark : Theme::light;
}

const Palette& palette(Theme theme) { return theme == Theme::dark ? dark_palette : light_palette; }

Tint tint_of(const sdk::Id& who) { return tints[(who.b[0] ^ who.b[31]) % tints.size()]; }

}  // namespace p2pchat::wx_gui
