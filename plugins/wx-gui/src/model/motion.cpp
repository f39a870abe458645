// SPDX-License-Identifier: MIT
#include "model/motion.hpp"

#include <cmath>
#include <numbers>

namespace p2pchat::wx_gui {

Sway sway_of(const sdk::Id& bottle, std::uint64_t now_ms) {
  const auto period_ms = 4000 + bottle.b[2] * 3000ULL / 255;
  const auto beat = static_cast<double>(now_ms % period_ms) / static_cast<double>(period_ms) + bottle.b[3] / 256.0;
  const auto angle = beat * 2 * std::numbers::pi;
  return {std::sin(angle) * 0.05, std::cos(angle) * 0.06};
}

}  // namespace p2pchat::wx_gui
