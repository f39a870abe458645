// SPDX-License-Identifier: MIT
#pragma once
#include "database.hpp"

#include <p2pchat/store.hpp>

#include <string>

namespace p2pchat::sqlite_store {

/// What somebody typed as an FTS5 expression in which nothing has a special meaning: each text between spaces is a
/// phrase, the last may end in the beginning of a word. Empty when there is none.
std::string match_expression(std::string_view words);

/// The full-text index. It lags behind the messages, so that storing one does not wait for it, and catches up before
/// a search.
class SearchIndex {
 public:
  explicit SearchIndex(Database& database) : database_(database) {}

  /// About how many messages are not indexed yet.
  sdk::Status waiting(std::int64_t& messages);
  /// Indexes the oldest messages that are not yet, at most `limit`; `indexed` says whether there were any. Inside a
  /// transaction.
  sdk::Status advance(std::uint32_t limit, std::uint32_t& indexed);
  /// See `sdk::Store::search`; needs an index that has caught up.
  sdk::Status find(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, std::uint64_t& next,
                   const sdk::MessageVisitor& each);
  /// Takes the words of a conversation out, so that they are on the disk no more. Before its messages go.
  sdk::Status forget(const sdk::Id& peer);
  /// Empties the index: it is damaged.
  sdk::Status reset();

 private:
  Database& database_;
};

}  // namespace p2pchat::sqlite_store
