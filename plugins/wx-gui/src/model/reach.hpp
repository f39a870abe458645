// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

namespace p2pchat::wx_gui {

/// How others reach this node from outside, as routing found out.
enum class Reach { unknown, open, router, random_router, blocked };

/// Reads `net.reach`, such as `open 203.0.113.7:12476`; what is not understood is unknown.
Reach read_reach(std::string_view verdict);

/// That others answer, how they reach me, and what helps.
std::string reach_words(Reach reach, const Language& language);

}  // namespace p2pchat::wx_gui
