// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

#include <p2pchat/abi.hpp>

namespace p2pchat::wx_gui {

/// What a person does with their key: copy it to a file, or take in another.
enum class KeyTask { save, restore };

/// Why the node did not do it.
std::string key_words(KeyTask task, const sdk::Status& status, const Language& language);
/// What is wrong with what was written, before the node is asked; empty when nothing is. `again` is the passphrase a
/// second time.
std::string key_form_words(KeyTask task, const std::string& file, const std::string& passphrase,
                           const std::string& again, const Language& language);

}  // namespace p2pchat::wx_gui
