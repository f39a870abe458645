// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"

namespace p2pchat::wx_gui {

/// Whom to go to: those with something unread first, then requests, then by the newest message; only those whose name
/// holds `filter`, whatever the case.
std::vector<sdk::Id> switcher_order(const AddressBook& book, std::string_view filter);

/// What a message that was found begins with, on one line: from a little before the first of the words.
std::string snippet_of(std::string_view body, std::string_view query);

}  // namespace p2pchat::wx_gui
