// SPDX-License-Identifier: MIT
#pragma once
#include "model/beach.hpp"

namespace p2pchat::wx_gui {

/// A message in one line, for a list that is read aloud: who, when, how far it has come if it is mine, the text.
std::string message_line(const Message& message, std::string_view who, std::uint64_t now_ms, const Language& language);
/// A bottle in one line: what it is, how far it has come, how its note begins.
std::string bottle_line(const Bottle& bottle, bool mine, std::uint64_t now_ms, const Language& language);

}  // namespace p2pchat::wx_gui
