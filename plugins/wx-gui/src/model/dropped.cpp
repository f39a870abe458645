// SPDX-License-Identifier: MIT
#include "model/dropped.hpp"

#include "presented.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr std::string_view mark_of_order = "\xEF\xBB\xBF", blanks = " \t\r\n";

}  // namespace

Dropped read_dropped(std::string_view octets, const Language& language) {
  using Kind = Dropped::Kind;
  if (octets.starts_with(mark_of_order)) octets.remove_prefix(mark_of_order.size());
  if (octets.find('\0') != octets.npos)
    return {Kind::refused, language.say("This is not a text: messages carry text only.")};
  if (octets.size() > most_dropped) return {Kind::refused, language.say("This is too long: 64 KiB is the most.")};
  if (repaired(octets) != octets) return {Kind::refused, language.say("This is not a text: messages carry text only.")};
  const auto first = octets.find_first_not_of(blanks);
  if (first == octets.npos) return {Kind::refused, language.say("There is nothing in it.")};
  const auto inside = octets.substr(first, octets.find_last_not_of(blanks) + 1 - first);
  if (inside.starts_with("p2pchat:") && inside.find_first_of(blanks) == inside.npos)
    return {Kind::invite, std::string(inside)};
  std::string text;
  for (std::size_t i = 0; i < octets.size(); ++i)
    if (octets[i] != '\r')
      text += octets[i];
    else if (i + 1 == octets.size() || octets[i + 1] != '\n')
      text += '\n';
  return {Kind::text, std::move(text)};
}

}  // namespace p2pchat::wx_gui
