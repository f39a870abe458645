// SPDX-License-Identifier: MIT
#include "model/selection.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

/// Where the character of that number begins, in octets.
std::size_t offset_of(std::string_view text, std::size_t character) {
  std::size_t at = 0;
  for (; at < text.size() && character > 0; --character) at += code_point_at(text, at).length;
  return at;
}

std::string part_of(std::string_view text, const TextSpan& part) {
  const auto begin = offset_of(text, part.begin);
  return std::string(text.substr(begin, offset_of(text.substr(begin), part.end - part.begin)));
}

}  // namespace

TextSpan Selection::of(std::uint64_t place, std::size_t length) const {
  const auto from = first(), to = last();
  if (place < from.place || place > to.place) return {};
  return {place == from.place ? std::min(from.at, length) : 0, place == to.place ? std::min(to.at, length) : length};
}

Selection Selection::messages(std::uint64_t from, std::uint64_t to) {
  return from <= to ? Selection{{from, 0}, {to, text_end}} : Selection{{from, text_end}, {to, 0}};
}

std::string selected_text(const std::vector<Message>& messages, const Selection& selection,
                          const std::function<std::string(const Message&)>& named) {
  std::string copied;
  for (const auto& message : messages) {
    const auto text = visible(message.body);
    const auto part = selection.of(message.place, characters(text));
    if (part.empty()) continue;
    if (!selection.several()) return part_of(text, part);
    copied += transcript_line(message.time_ms, named(message), part_of(text, part));
  }
  return copied;
}

}  // namespace p2pchat::wx_gui
