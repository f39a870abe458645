// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

#include <vector>

namespace p2pchat::wx_gui {

/// Keys, and what they do.
struct Shortcut {
  std::string keys, what;
};

/// Every key of the window, those of the whole window first.
std::vector<Shortcut> shortcuts(const Language& language);

}  // namespace p2pchat::wx_gui
