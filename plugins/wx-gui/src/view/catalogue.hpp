// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

#include <memory>

namespace p2pchat::wx_gui {

/// The language of a code (`en`, `zh_CN`). The translations are part of the plugin, so it works wherever it lies.
/// wx's own words follow. Thread: the UI's, while wx runs.
std::unique_ptr<Language> speak(const std::string& code);

/// The compiled translation to simplified Chinese.
std::string_view chinese_catalogue();

}  // namespace p2pchat::wx_gui
