// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>

namespace p2pchat::terminal_ui {

/// From so many hex digits on, what was typed may be the beginning of an id.
inline constexpr std::size_t least_prefix = 6;

}  // namespace p2pchat::terminal_ui
