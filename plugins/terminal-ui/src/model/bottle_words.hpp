// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"

#include <functional>
#include <string>
#include <string_view>

/// How far bottles have come, in words.
namespace p2pchat::terminal_ui {

/// What to call somebody, harmless already.
using NameOf = std::function<std::string(const sdk::Id&)>;

/// The name as in `Voyage`, such as `adrift`, which programs read.
std::string_view word(sdk::Voyage voyage);
/// `1 hop`, `2 hops`.
std::string hops_text(std::uint32_t hops);
/// Where another's bottle stands: `unread`, `you answered`, `passing`.
std::string_view shore_words(const Bottle& bottle);
/// Where a bottle of mine stands: `in the water, 2 hops`, `ashore on 3 beaches`, `answered by 1`.
std::string sea_words(const Journey& journey);
/// A step without its text, such as `5f111111 took it over`, `ashore with 5f111111 after 2 hops`. `who` is the node in
/// words.
std::string step_words(const Step& step, std::string_view who);
/// What to write to one whom a bottle made known, with its beginning.
std::string greeting_to_finder(std::string_view body);
std::string greeting_to_creator(std::string_view body);

}  // namespace p2pchat::terminal_ui
