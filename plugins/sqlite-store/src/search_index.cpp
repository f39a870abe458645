// SPDX-License-Identifier: MIT
#include "search_index.hpp"

#include "characters.hpp"
#include "rows.hpp"

#include <limits>

namespace p2pchat::sqlite_store {
namespace {

bool ends_in_a_word_of_letters(std::string_view text) {
  bool letters = false;
  for (std::size_t at = 0; at < text.size();) letters = !stands_alone(next_character(text, at));
  return letters;
}

void append_phrase(std::string& expression, std::string_view word) {
  expression += " \"";
  for (const char c : word) {
    if (c == '"') expression += '"';
    expression += c;
  }
  expression += '"';
}

}  // namespace

std::string match_expression(std::string_view words) {
  constexpr std::string_view spaces(" \t\r\n\v\f\0", 7);  // a zero would end the expression
  std::string expression;
  std::string_view word;
  for (auto at = words.find_first_not_of(spaces); at < words.size(); at = words.find_first_not_of(spaces, at)) {
    word = words.substr(at, words.find_first_of(spaces, at) - at);
    at += word.size();
    append_phrase(expression, word);
  }
  // A character that stands alone is nobody's beginning; asking for it exactly is faster.
  if (ends_in_a_word_of_letters(word)) expression += '*';
  return expression;
}

sdk::Status SearchIndex::waiting(std::int64_t& messages) {
  auto select = database_.statement("SELECT (SELECT max(rank) FROM messages) - indexed_up_to FROM search_mark");
  messages = select.row() ? select.number(0) : 0;
  return select.status();
}

sdk::Status SearchIndex::advance(std::uint32_t limit, std::uint32_t& indexed) {
  indexed = 0;
  std::int64_t last = 0;
  {
    auto select = database_.statement(
        "SELECT max(rank) FROM (SELECT rank FROM messages WHERE rank > (SELECT indexed_up_to FROM search_mark) "
        "ORDER BY rank LIMIT ?1)");
    if (select.bind(limit).row()) last = select.number(0);
    if (last == 0) return select.status();
  }
  auto insert = database_.statement(
      "INSERT INTO words(rowid, body) SELECT rank, body FROM messages "
      "WHERE rank > (SELECT indexed_up_to FROM search_mark) AND rank <= ?1 ORDER BY rank");
  if (auto status = insert.bind(last).run(); !status.ok()) return status;
  indexed = 1;
  return database_.statement("UPDATE search_mark SET indexed_up_to = ?1").bind(last).run();
}

sdk::Status SearchIndex::find(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                              std::uint64_t& next, const sdk::MessageVisitor& each) {
  const auto expression = match_expression(words);
  if (expression.empty()) return {};
  std::int64_t number = 0;  // of any peer
  if (peer != sdk::Id{}) {
    auto known = database_.statement("SELECT number FROM peers WHERE id = ?1");
    if (!known.bind(peer.view()).row()) return known.status();
    number = known.number(0);
  }
  auto select = database_.statement(
      "SELECT rows.* FROM words CROSS JOIN rows ON rows.rank = words.rowid WHERE words MATCH ?1 AND words.rowid < ?2 "
      "AND (?3 = 0 OR rows.peer = ?3) ORDER BY words.rowid DESC");
  select.bind(std::string_view(expression), before ? bound(before) : std::numeric_limits<std::int64_t>::max(), number);
  std::uint64_t last = 0;
  for (bool wanted = true; select.row(); last = select.count(0)) {
    if (limit-- == 0 || !wanted) return next = last, sdk::Status();
    wanted = each(message_of(select)) != 0;
  }
  return select.status();
}

sdk::Status SearchIndex::forget(const sdk::Id& peer) {
  // The index keeps no texts, so it must be told the words that go.
  auto words = database_.statement(
      "INSERT INTO words(words, rowid, body) SELECT 'delete', rank, body FROM messages "
      "WHERE peer = (SELECT number FROM peers WHERE id = ?1) AND rank <= (SELECT indexed_up_to FROM search_mark)");
  if (auto status = words.bind(peer.view()).run(); !status.ok()) return status;
  // Only a merge of everything drops the words themselves; until then they are merely marked as gone.
  if (auto status = database_.run("INSERT INTO words(words) VALUES('optimize')"); !status.ok()) return status;
  // The highest ranks are given again when their messages are gone.
  return database_
      .statement(
          "UPDATE search_mark SET indexed_up_to = min(indexed_up_to, ifnull((SELECT max(rank) FROM messages "
          "WHERE peer <> ifnull((SELECT number FROM peers WHERE id = ?1), 0)), 0))")
      .bind(peer.view())
      .run();
}

sdk::Status SearchIndex::reset() {
  if (auto status = database_.run("INSERT INTO words(words) VALUES('delete-all')"); !status.ok()) return status;
  return database_.run("UPDATE search_mark SET indexed_up_to = 0");
}

}  // namespace p2pchat::sqlite_store
