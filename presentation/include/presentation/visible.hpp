// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

/// Text from elsewhere, made harmless: what a screen would obey is shown instead.
namespace p2pchat::presentation {

/// Whether a character has no picture and could change how others are read: controls, bidirectional controls, line
/// separators, tags. Joiners, which scripts and emoji need, are not among them.
bool is_hidden(char32_t c);
/// Whether a character has no room of its own: it is drawn over the letter before it.
bool is_mark(char32_t c);
/// The text with control characters as their pictures (U+2400 to U+2421), and other invisible ones that could change
/// how the rest is read (C1 controls, bidirectional controls, line separators, tags) as `<U+202E>`. A newline stays, a
/// tab becomes four spaces; of the marks on one letter the first eight stay. The result is valid UTF-8.
std::string visible(std::string_view text);
/// The same on one line: newlines become a return sign.
std::string visible_line(std::string_view text);

}  // namespace p2pchat::presentation
