// SPDX-License-Identifier: MIT
#include "model/shortcuts.hpp"

namespace p2pchat::wx_gui {

std::vector<Shortcut> shortcuts(const Language& language) {
  return {{"Ctrl+1", language.say("Chats")},
          {"Ctrl+2", language.say("Beach")},
          {"Ctrl+3", language.say("Network")},
          {"Ctrl+4", language.say("Plugins")},
          {"Ctrl+,", language.say("Settings")},
          {"Ctrl+K", language.say("find a chat")},
          {"Ctrl+F", language.say("search in the chat")},
          {"Ctrl+Shift+F", language.say("search in all chats")},
          {"F7", language.say("messages or bottles as a list")},
          {"Ctrl+N", language.say("add a contact")},
          {"Ctrl+I", language.say("my card")},
          {"Ctrl+B", language.say("throw a bottle")},
          {"Alt+↓ Alt+↑", language.say("next chat, chat before")},
          {"Alt+Shift+↓", language.say("a chat with something unread")},
          {"Enter", language.say("send")},
          {"Shift+Enter", language.say("begin a line")},
          {"PgUp PgDn", language.say("scroll the messages")},
          {"← → Enter", language.say("on the beach and the ring: walk, open")},
          {"Ctrl+Q", language.say("quit")}};
}

}  // namespace p2pchat::wx_gui
