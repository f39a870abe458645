// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"
#include "text/language.hpp"

namespace p2pchat::wx_gui {

/// A sentence that the node told (`net.status`, `notice`), in the language of the window when it is one of ours; as it
/// came, made harmless, when a plugin of others wrote it.
std::string told_words(std::string_view sentence, const Language& language);

/// Whether such a sentence tells that nobody is there to speak with, and an address to join through would help.
bool tells_of_nobody(std::string_view sentence);

}  // namespace p2pchat::wx_gui
