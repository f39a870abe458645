// SPDX-License-Identifier: MIT
#pragma once
#include "look/palette.hpp"

namespace p2pchat::wx_gui {

/// The colours of the beach at an hour. Words on the sky, the sea and the labels are readable.
struct Scene {
  bool night = false;
  Colour sky_top, sky_low, light, sea_far, sea_near, wave, foam, sand_high, sand_low;
  Colour on_sky, on_sea, label, on_label;
  Colour glass, glass_edge, cork, glow, shadow;
};

/// By day, at dusk or at night; the dark theme has its beach at night. `hour` is 0 up to 24.
const Scene& scene_at(double hour, Theme theme);

}  // namespace p2pchat::wx_gui
