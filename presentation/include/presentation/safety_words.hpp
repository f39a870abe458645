// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <string>
#include <string_view>
#include <vector>

/// How two people make sure that they talk to each other and to nobody in between: they compare what their ids come to
/// on another way. An id is the SHA-256 of a key, and a session proves the key; so the same ids on both sides are the
/// same keys. The order of the two does not matter: both see the same.
namespace p2pchat::presentation {

enum class WordList { english, chinese };

/// Sixteen words to read to each other: the first 64 bits of the lower id, then of the higher one. Who wanted to stand
/// in between would need keys for both sides that agree in 64 bits with the real ones.
std::vector<std::string_view> safety_words(const sdk::Id& mine, const sdk::Id& theirs, WordList list);
/// The whole of both ids in one line, for a QR code or to paste.
std::string safety_code(const sdk::Id& mine, const sdk::Id& theirs);
/// Whether a line is the code of these two; spaces around it and the case of letters do not matter.
bool is_safety_code(std::string_view line, const sdk::Id& mine, const sdk::Id& theirs);

}  // namespace p2pchat::presentation
