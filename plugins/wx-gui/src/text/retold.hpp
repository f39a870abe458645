// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

#include <optional>
#include <span>

namespace p2pchat::wx_gui {

/// A sentence that the node may say, with a `{name}` where anything may stand, and the same in the language of the
/// window.
struct Retold {
  std::string_view sentence;
  std::string words;
};

/// What stands in a text where the pattern has `{name}`, each as short as it can be; the last takes the rest where the
/// pattern ends with it. Nothing when the text is not of that pattern. The views are into both.
std::optional<std::vector<std::pair<std::string_view, std::string_view>>> pieces_of(std::string_view pattern,
                                                                                    std::string_view text);

/// The words for a text that is of one of these sentences, with what stood there put in; nothing when it is of none.
std::optional<std::string> retold(std::string_view text, std::span<const Retold> all);

}  // namespace p2pchat::wx_gui
