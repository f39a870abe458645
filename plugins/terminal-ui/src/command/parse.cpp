// SPDX-License-Identifier: MIT
#include "command/command.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace p2pchat::terminal_ui {
namespace {

std::string_view without_leading_spaces(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == text.npos ? std::string_view() : text.substr(begin);
}

std::string_view trimmed(std::string_view text) {
  text = without_leading_spaces(text);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// Takes the first word, or what stands in quotes, off a text.
std::string_view take_word(std::string_view& rest) {
  rest = without_leading_spaces(rest);
  const bool quoted = rest.starts_with('"') && rest.find('"', 1) != rest.npos;
  if (quoted) rest.remove_prefix(1);
  const auto end = std::min(rest.find(quoted ? '"' : ' '), rest.size());
  const auto word = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.size(), end + 1));
  return word;
}

template <class Number>
bool read_number(std::string_view word, Number& number) {
  const auto end = word.data() + word.size();
  const auto result = std::from_chars(word.data(), end, number);
  return result.ec == std::errc() && result.ptr == end;
}

Mistyped missing(const CommandHelp& help) {
  return {std::string(help.word),
          {sdk::Errc::invalid, "usage: " + std::string(help.word) + " " + std::string(help.arguments)}};
}

/// INVITE [NAME] [-- GREETING]
void read_add(std::string_view rest, Command& command) {
  command.who = take_word(rest);
  const auto text = " " + std::string(rest);
  const auto dashes = text.find(" -- ");
  command.text = trimmed(std::string_view(text).substr(0, dashes));
  if (dashes != text.npos) command.greeting = trimmed(std::string_view(text).substr(dashes + 4));
}

/// PEER [N] [BEFORE]
bool read_history(std::string_view rest, Command& command) {
  command.who = take_word(rest);
  if (const auto count = take_word(rest); !count.empty() && (!read_number(count, command.count) || command.count == 0))
    return false;
  if (const auto before = take_word(rest); !before.empty() && !read_number(before, command.before)) return false;
  return trimmed(rest).empty();
}

/// BOTTLE [STEP]
bool read_chat(std::string_view rest, Command& command) {
  command.who = take_word(rest);
  const auto step = take_word(rest);
  return (step.empty() || (read_number(step, command.count) && command.count != 0)) && trimmed(rest).empty();
}

/// Whether the arguments have the shape the command wants; they are then in `command`.
bool read_arguments(std::string_view rest, Shape shape, Command& command) {
  switch (shape) {
    case Shape::nothing:
      return trimmed(rest).empty();
    case Shape::text:
      command.text = trimmed(rest);
      return !command.text.empty();
    case Shape::peer:
    case Shape::message:
    case Shape::bottle:
      command.who = take_word(rest);
      return trimmed(rest).empty() && !command.who.empty();
    case Shape::maybe_peer:
    case Shape::maybe_bottle:
      command.who = take_word(rest);
      return trimmed(rest).empty();
    case Shape::peer_text:
    case Shape::bottle_text:
    case Shape::peer_maybe_text:
      command.who = take_word(rest);
      command.text = command.verb == Verb::msg ? rest : trimmed(rest);
      return !command.who.empty() && (shape == Shape::peer_maybe_text || !command.text.empty());
    case Shape::add:
      read_add(rest, command);
      return !command.who.empty();
    case Shape::history:
      return read_history(rest, command) && !command.who.empty();
    case Shape::chat:
      return read_chat(rest, command) && !command.who.empty();
  }
  return false;
}

}  // namespace

std::variant<Command, Mistyped> parse_command(std::string_view line) {
  if (!line.starts_with('/') || line.starts_with("//")) {
    Command text{Verb::msg, "/msg", {}, {}, {}, 0, 0};
    text.text = line.starts_with('/') ? line.substr(1) : line;
    return text;
  }
  auto rest = line;
  const auto word = take_word(rest);
  const auto list = command_list();
  const auto help = std::ranges::find(list, word, &CommandHelp::word);
  if (help == list.end())
    return Mistyped{
        std::string(word),
        {sdk::Errc::invalid, "there is no " + std::string(word.substr(0, 40)) + "; /help lists the commands"}};
  Command command{help->verb, std::string(word), {}, {}, {}, 0, 0};
  if (!read_arguments(rest, help->shape, command)) return missing(*help);
  if (command.verb == Verb::remove && !command.text.empty() && command.text != "history") return missing(*help);
  return command;
}

}  // namespace p2pchat::terminal_ui
