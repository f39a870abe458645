// SPDX-License-Identifier: MIT
#pragma once
#include "model/chat_order.hpp"

namespace p2pchat::wx_gui {

/// Whom to go to, of those an order shows: those with something unread first.
std::vector<sdk::Id> switcher_order(const AddressBook& book, const ChatOrder& shown);

/// What a message that was found begins with, on one line: from a little before the first of the words.
std::string snippet_of(std::string_view body, std::string_view query);

}  // namespace p2pchat::wx_gui
