// SPDX-License-Identifier: MIT
#include "sqlite_store.hpp"

namespace p2pchat::sqlite_store {
namespace {

constexpr std::uint32_t indexed_beside = 64;       // messages with one small group: fewer cost hardly less
constexpr std::uint32_t indexed_at_once = 10'000;  // messages per transaction, so that the log stays small

}  // namespace

// Inside a group the work is part of it; outside it is a transaction of its own.
template <class Work>
sdk::Status SqliteStore::as_one(Work work) {
  if (phase_ == Phase::in_group) return work();
  auto status = database_.statement("BEGIN").run();
  if (status.ok()) status = work();
  if (status.ok()) status = database_.statement("COMMIT").run();
  if (!status.ok() && database_.in_transaction()) (void)database_.statement("ROLLBACK").run();
  return status;
}

// FTS5 tells a damaged index apart from a damaged file; the index can be made anew from the messages.
bool SqliteStore::index_is_damaged(const sdk::Status& status) const {
  return status.code == sdk::Errc::corrupt && !database_.damaged();
}

sdk::Status SqliteStore::advance(std::uint32_t limit, std::uint32_t& indexed) {
  const auto status = index_.advance(limit, indexed);
  if (!index_is_damaged(status)) return status;
  indexed = 1;  // there is everything to index again
  return index_.reset();
}

sdk::Status SqliteStore::advance_a_little() {
  std::int64_t waiting = 0;
  if (auto status = index_.waiting(waiting); !status.ok() || waiting < indexed_beside) return status;
  std::uint32_t indexed = 0;
  return advance(indexed_beside, indexed);
}

sdk::Status SqliteStore::catch_up() {
  std::uint32_t indexed = 0;
  do {
    auto status = as_one([&] { return advance(indexed_at_once, indexed); });
    if (!status.ok()) return status;
  } while (indexed != 0);
  return {};
}

sdk::Status SqliteStore::search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                                std::uint64_t& next, const sdk::MessageVisitor& each) {
  next = 0;
  if (auto status = readable(); !status.ok()) return status;
  if (auto status = catch_up(); !status.ok()) return status;
  const auto status = index_.find(words, peer, before, limit, next, each);
  if (!index_is_damaged(status)) return status;
  if (auto emptied = as_one([&] { return index_.reset(); }); !emptied.ok()) return emptied;
  return {sdk::Errc::busy, "the search index was damaged and is being made anew: search again"};
}

}  // namespace p2pchat::sqlite_store
