// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"
#include "text/language.hpp"

/// States and reasons in words of people.
namespace p2pchat::wx_gui {

/// `queued`, `sent`, `delivered`, `read`, `not sent`.
std::string state_words(sdk::State state, const Language& language);
/// Why a message waits or failed, as a sentence; empty when there is nothing to say.
std::string reason_words(const Message& message, const Language& language);
/// How a contact and I stand, for the line below the name; `verified`: their safety words were compared.
std::string standing_words(const Person& person, bool verified, const Language& language);
/// What went wrong with something the person asked for.
std::string error_words(const sdk::Status& status, const Language& language);

}  // namespace p2pchat::wx_gui
