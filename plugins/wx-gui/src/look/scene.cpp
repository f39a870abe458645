// SPDX-License-Identifier: MIT
#include "look/scene.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr Scene dusk{.sky_top = rgb(0xFBDDBE),
                     .sky_low = rgb(0xF6B68D),
                     .light = rgb(0xFFF0CF),
                     .sea_far = rgb(0x2A95A0),
                     .sea_near = rgb(0x88D5CE),
                     .wave = rgb(0xBFE6E1),
                     .foam = rgb(0xD3EFEB),
                     .sand_high = rgb(0xF2DDB2),
                     .sand_low = rgb(0xE2BC86),
                     .on_sky = rgb(0x4A2A1A),
                     .on_sea = rgb(0x06323A),
                     .label = rgb(0xFBF3E2),
                     .on_label = rgb(0x4A3826),
                     .glass = rgb(0x8FD0B9),
                     .glass_edge = rgb(0x4E8F80),
                     .cork = rgb(0x9A6238),
                     .glow = rgb(0xFFF3B8),
                     .shadow = rgb(0x6B4A24)};

constexpr Scene day = [] {
  Scene scene = dusk;
  scene.sky_top = rgb(0xCDEBF7);
  scene.sky_low = rgb(0xF3FAF6);
  scene.light = rgb(0xFFF7CF);
  scene.on_sky = rgb(0x12384A);
  return scene;
}();

constexpr Scene night{.night = true,
                      .sky_top = rgb(0x0B1430),
                      .sky_low = rgb(0x263A5C),
                      .light = rgb(0xE9EEF7),
                      .sea_far = rgb(0x123C52),
                      .sea_near = rgb(0x0E3044),
                      .wave = rgb(0x37627A),
                      .foam = rgb(0x3C566B),
                      .sand_high = rgb(0x4A4236),
                      .sand_low = rgb(0x382F26),
                      .on_sky = rgb(0xEEF2FA),
                      .on_sea = rgb(0xE6F1F2),
                      .label = rgb(0x5C5143),
                      .on_label = rgb(0xF6EBD8),
                      .glass = rgb(0x5E9E93),
                      .glass_edge = rgb(0xA8D6C8),
                      .cork = rgb(0x8C5A34),
                      .glow = rgb(0xE8DFA0),
                      .shadow = rgb(0x0E0B08)};

}  // namespace

const Scene& scene_at(double hour, Theme theme) {
  if (theme == Theme::dark || hour < 6 || hour >= 21) return night;
  return hour >= 9 && hour < 17 ? day : dusk;
}

}  // namespace p2pchat::wx_gui
