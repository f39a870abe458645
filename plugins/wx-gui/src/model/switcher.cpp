// SPDX-License-Identifier: MIT
#include "model/switcher.hpp"

#include "model/word_hits.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t before = 16, most_shown = 160;  // characters

}  // namespace

std::vector<sdk::Id> switcher_order(const AddressBook& book, const ChatOrder& shown) {
  const auto& people = shown.shown();
  const auto is_unread = [&](const sdk::Id& who) {
    const auto* person = book.find(who);  // may be gone since the order was made
    return person && person->unread > 0;
  };
  std::vector<sdk::Id> order;
  order.reserve(people.size());
  std::ranges::copy_if(people, std::back_inserter(order), is_unread);
  std::ranges::copy_if(people, std::back_inserter(order), std::not_fn(is_unread));
  return order;
}

std::string snippet_of(std::string_view body, std::string_view query) {
  const auto line = decoded(visible_line(body));
  const auto hits = word_hits(line, search_words(query));
  const auto first = hits.empty() || hits.front().begin <= before ? 0 : hits.front().begin - before;
  std::string snippet = first ? "…" : "";
  for (const auto c : line.substr(first, most_shown)) append(snippet, c);
  return snippet;
}

}  // namespace p2pchat::wx_gui
