// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

namespace p2pchat::wx_gui {

/// Whether pictures may move: as the desktop has it, or never.
enum class Motion { automatic, still };

/// How a bottle lies on the waves: parts of its length, and radians, added to where it is placed.
struct Sway {
  double lift = 0, turn = 0;
  bool operator==(const Sway&) const = default;
};

/// Each bottle has its own beat, of four to seven seconds; a long bottle rises by a twentieth of itself.
Sway sway_of(const sdk::Id& bottle, std::uint64_t now_ms);

}  // namespace p2pchat::wx_gui
