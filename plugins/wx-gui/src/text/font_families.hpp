// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace p2pchat::wx_gui {

/// The families of fonts on this computer that have the letters of a language, such as `zh-cn`. Source: fontconfig,
/// which counts only those that have nearly all of them.
std::vector<std::string> families_for(const char* language);

/// Whether this computer has fonts of a family.
bool has_family(const char* family);

}  // namespace p2pchat::wx_gui
