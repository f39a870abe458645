// SPDX-License-Identifier: MIT
#include "model/shortcuts.hpp"

namespace p2pchat::wx_gui {

std::string act_words(Act act, const Language& language) {
  switch (act) {
    case Act::chats:
      return language.say("Chats");
    case Act::beach:
      return language.say("Beach");
    case Act::network:
      return language.say("Network");
    case Act::plugins:
      return language.say("Plugins");
    case Act::settings:
      return language.say("Settings");
    case Act::find_chat:
      return language.say("Go to a chat");
    case Act::search_chat:
      return language.say("Search in this chat");
    case Act::search_all:
      return language.say("Search in all chats");
    case Act::mirror:
      return language.say("Messages or bottles as a list");
    case Act::add_contact:
      return language.say("Add contact");
    case Act::my_card:
      return language.say("My card");
    case Act::throw_bottle:
      return language.say("Throw a bottle");
    case Act::next_chat:
      return language.say("Next chat");
    case Act::chat_before:
      return language.say("Previous chat");
    case Act::unread_chat:
      return language.say("A chat with something unread");
    case Act::back:
      return language.say("Back to the list, in a narrow window");
    case Act::quit:
      return language.say("Quit");
  }
  return {};
}

std::vector<Shortcut> fixed_shortcuts(const Language& language) {
  return {{"PgUp PgDn", language.say("Scroll the messages")},
          {"↑ ↓ Enter", language.say("On the messages: walk, what can be done")},
          {"← → Enter", language.say("On the beach and the ring: walk, open")},
          {"Esc", language.say("Close a sheet, select nothing")}};
}

std::string send_words(SendKey key, const Language& language) {
  return key == SendKey::enter ? language.say("Enter sends · Shift+Enter begins a line")
                               : language.say("Ctrl+Enter sends · Enter begins a line");
}

std::string with_keys(const std::string& words, const KeyMap& keys, Act act, const Language& language) {
  const auto chord = chord_text(keys.of(act));  // screen readers say it, too: no arrows
  return chord.empty() ? words : fill(language.say("{what} ({keys})"), {{"what", words}, {"keys", chord}});
}

std::string set_words(KeyMap::Set set, const Chord& chord, const KeyMap& keys, const Language& language) {
  if (set == KeyMap::Set::done) return {};
  const auto chosen = chord_words(chord);
  if (set == KeyMap::Set::taken) {
    const auto holder = keys.act_of(chord);
    return fill(language.say("{keys} already means “{what}”. Choose others, or change that first."),
                {{"keys", chosen}, {"what", holder ? act_words(*holder, language) : std::string()}});
  }
  return fill(refusal_of(chord) == Refusal::bare
                  ? language.say("{keys} alone types something: hold Ctrl or Alt, too, or take F1 to F12.")
                  : language.say("{keys} is needed for writing and in dialogs."),
              {{"keys", chosen}});
}

}  // namespace p2pchat::wx_gui
