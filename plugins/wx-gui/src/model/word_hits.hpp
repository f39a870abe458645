// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/text_places.hpp"

#include <string>
#include <vector>

namespace p2pchat::wx_gui {

/// The words of a search, in the form texts are compared in.
std::vector<std::u32string> search_words(std::string_view query);
/// Where a text holds them, whatever the case, by rising place and not over one another. As the store finds them: from
/// the beginning of a word, ideographs anywhere.
std::vector<TextSpan> word_hits(std::u32string_view text, const std::vector<std::u32string>& words);

}  // namespace p2pchat::wx_gui
