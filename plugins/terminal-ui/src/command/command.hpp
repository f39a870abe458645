// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace p2pchat::terminal_ui {

/// What can be asked for.
enum class Verb {
  help,
  me,
  invite,
  name,
  add,
  accept,
  decline,
  remove,
  block,
  unblock,
  rename,
  contacts,
  requests,
  to,
  msg,
  history,
  write_out,
  search,
  search_in,
  more,
  read,
  retry,
  cancel,
  peers,
  cast,
  beach,
  open,
  answer,
  keep,
  release,
  hide,
  mine,
  chat,
  quit
};

/// What follows a command.
enum class Shape {
  nothing,
  peer,             ///< PEER
  text,             ///< everything that follows
  peer_text,        ///< PEER and everything that follows
  peer_maybe_text,  ///< PEER, and perhaps more
  maybe_peer,       ///< nothing or PEER
  add,              ///< INVITE [NAME] [-- GREETING]
  history,          ///< PEER [N] [BEFORE]
  message,          ///< the id of a message or its beginning
  bottle,           ///< BOTTLE
  maybe_bottle,     ///< nothing or BOTTLE
  bottle_text,      ///< BOTTLE and everything that follows
  chat              ///< BOTTLE [STEP]
};

/// One line of the help.
struct CommandHelp {
  Verb verb;
  std::string_view word;
  Shape shape;
  std::string_view arguments;
  std::string_view text;
};

/// Every command, in the order of the help.
std::span<const CommandHelp> command_list();

/// A command as it was typed.
struct Command {
  Verb verb = Verb::msg;
  std::string word;         ///< such as `/msg`
  std::string who;          ///< the PEER, INVITE, MESSAGE or BOTTLE as it was typed; empty when there is none
  std::string text;         ///< what follows: a text, a name, words to search
  std::string greeting;     ///< of `/add`
  std::uint32_t count = 0;  ///< N of `/history`, STEP of `/chat`; 0 when not given
  std::uint64_t before = 0;
};

/// A line that is no command, and why.
struct Mistyped {
  std::string word;
  sdk::Status status;
};

/// Reads one line. A line that does not begin with a slash is `/msg` to nobody in particular; two slashes stand for a
/// text that begins with one. A PEER of several words stands in quotes.
std::variant<Command, Mistyped> parse_command(std::string_view line);

}  // namespace p2pchat::terminal_ui
