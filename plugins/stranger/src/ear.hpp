// SPDX-License-Identifier: MIT
#pragma once
#include "phrases.hpp"

namespace p2pchat::stranger {

/// Chinese when a character of a text is, English otherwise. Pure.
Language language_of(std::string_view text);

/// What kind of thing somebody said, by the words a text holds. Pure.
Occasion occasion_of(std::string_view text);

}  // namespace p2pchat::stranger
