// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/chat.hpp>

#include <string_view>

/// Names of states: the words of the JSON events, which programs read, and the words people read.
namespace p2pchat::terminal_ui {

/// `queued`, `sent`, `delivered`, `read`, `failed`.
std::string_view word(sdk::State state);
/// `asked`, `asking`, `accepted`, `blocked`.
std::string_view word(sdk::Relation relation);
/// `in`, `out`.
std::string_view word(sdk::Direction direction);
/// The error's name as in `Errc`, such as `not_found`.
std::string_view word(sdk::Errc code);
/// Why a message waits or failed, in words of people where it is a word of the protocol.
std::string_view reason_words(std::string_view reason);
/// One sign for a delivery state where there is no room for a word.
std::string_view mark(sdk::State state);

}  // namespace p2pchat::terminal_ui
