// SPDX-License-Identifier: MIT
#pragma once
#include "model/key_map.hpp"
#include "text/language.hpp"

#include <vector>

namespace p2pchat::wx_gui {

/// Which key sends what is written; the other begins a line.
enum class SendKey { enter, ctrl_enter };

/// Keys, and what they do.
struct Shortcut {
  std::string keys, what;
};

/// What an act does, in words: `find a chat`.
std::string act_words(Act act, const Language& language);
/// The keys that cannot be chosen.
std::vector<Shortcut> fixed_shortcuts(const Language& language);
/// How what is written is sent: `Enter sends · Shift+Enter begins a line`.
std::string send_words(SendKey key, const Language& language);
/// The words with the keys of an act behind them, if it has any: `Search in this chat (Ctrl+F)`.
std::string with_keys(const std::string& words, const KeyMap& keys, Act act, const Language& language);
/// Why `KeyMap::set` did not take the keys; empty when it did.
std::string set_words(KeyMap::Set set, const Chord& chord, const KeyMap& keys, const Language& language);

}  // namespace p2pchat::wx_gui
