// SPDX-License-Identifier: MIT
#include "sqlite_store.hpp"

#include "opening.hpp"

namespace p2pchat::sqlite_store {
namespace {

constexpr std::uint32_t small_group = 16;  // writes: when groups are small, there is time to index beside them

}  // namespace

sdk::Status SqliteStore::open(sdk::str directory, sdk::Out& notice) {
  close();
  if (auto status = directory_.hold(std::string(directory)); !status.ok()) return status;
  std::string sentence;
  const auto status = open_store(database_, directory_, sentence);
  if (!status.ok()) return directory_.release(), status;
  phase_ = Phase::open;
  if (!sentence.empty()) notice.append(sentence);
  return {};
}

void SqliteStore::close() noexcept {
  if (phase_ == Phase::closed) return;
  rollback();
  messages_.doubt();
  database_.close();
  if (database_.damaged()) directory_.doubt();
  directory_.release();
  phase_ = Phase::closed;
}

sdk::Status SqliteStore::readable() const {
  if (phase_ == Phase::closed) return {sdk::Errc::invalid, "the store is not open"};
  return {};
}

sdk::Status SqliteStore::writable() const {
  if (phase_ != Phase::in_group) return {sdk::Errc::invalid, "a write must stand between begin and commit"};
  if (!failure_.ok()) return failure_;
  // On some errors, also of a read, SQLite rolls back by itself; writes would then be committed one by one.
  if (!database_.in_transaction()) return {sdk::Errc::io, "an earlier error ended this group of writes: try again"};
  return {};
}

sdk::Status SqliteStore::written(sdk::Status status) {
  ++writes_;
  const bool group_stands = status.ok() || status.code == sdk::Errc::not_found || status.code == sdk::Errc::too_large;
  if (!group_stands) failure_ = status;
  return status;
}

sdk::Status SqliteStore::begin() {
  if (auto status = readable(); !status.ok()) return status;
  if (phase_ == Phase::in_group) return {sdk::Errc::invalid, "a group of writes has already begun"};
  if (auto status = database_.statement("BEGIN IMMEDIATE").run(); !status.ok()) return status;
  phase_ = Phase::in_group;
  failure_ = {};
  writes_ = 0;
  return {};
}

sdk::Status SqliteStore::commit() {
  auto status = writable();
  if (phase_ != Phase::in_group) return status;
  if (status.ok() && writes_ <= small_group) status = advance_a_little();
  if (status.ok()) status = database_.statement("COMMIT").run();
  if (!status.ok()) return rollback(), status;
  phase_ = Phase::open;
  return {};
}

void SqliteStore::rollback() noexcept {
  if (phase_ != Phase::in_group) return;
  if (database_.in_transaction()) (void)database_.statement("ROLLBACK").run();
  messages_.doubt();
  phase_ = Phase::open;
}

sdk::Status SqliteStore::put(sdk::str table, sdk::bytes key, sdk::bytes value) {
  if (auto status = writable(); !status.ok()) return status;
  return written(entries_.put(table, key, value));
}

sdk::Status SqliteStore::get(sdk::str table, sdk::bytes key, sdk::Out& value) {
  if (auto status = readable(); !status.ok()) return status;
  return entries_.get(table, key, value);
}

sdk::Status SqliteStore::erase(sdk::str table, sdk::bytes key) {
  if (auto status = writable(); !status.ok()) return status;
  return written(entries_.erase(table, key));
}

sdk::Status SqliteStore::scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                              const sdk::Fn<std::uint32_t(sdk::bytes, sdk::bytes)>& each) {
  if (auto status = readable(); !status.ok()) return status;
  return entries_.scan(table, from, limit, each);
}

sdk::Status SqliteStore::add(const sdk::Message& message, std::uint32_t& added) {
  if (auto status = writable(); !status.ok()) return status;
  return written(messages_.add(message, added));
}

sdk::Status SqliteStore::set_state(const sdk::Id& message, sdk::State state, sdk::str reason) {
  if (auto status = writable(); !status.ok()) return status;
  return written(messages_.set_state(message, state, reason));
}

sdk::Status SqliteStore::message(const sdk::Id& id, const sdk::MessageVisitor& each) {
  if (auto status = readable(); !status.ok()) return status;
  return messages_.find(id, each);
}

sdk::Status SqliteStore::history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                                 const sdk::MessageVisitor& each) {
  if (auto status = readable(); !status.ok()) return status;
  return messages_.history(peer, before, limit, each);
}

sdk::Status SqliteStore::unsettled(const sdk::MessageVisitor& each) {
  if (auto status = readable(); !status.ok()) return status;
  return messages_.unsettled(each);
}

sdk::Status SqliteStore::mark_read(const sdk::Id& peer, std::uint64_t place, const sdk::MessageVisitor& each) {
  if (auto status = writable(); !status.ok()) return status;
  return written(messages_.mark_read(peer, place, each));
}

sdk::Status SqliteStore::summary(const sdk::Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms) {
  if (auto status = readable(); !status.ok()) return status;
  return messages_.summary(peer, unread, newest_ms);
}

sdk::Status SqliteStore::forget(const sdk::Id& peer) {
  if (auto status = writable(); !status.ok()) return status;
  auto status = index_.forget(peer);
  if (index_is_damaged(status)) status = index_.reset();
  if (status.ok()) status = messages_.forget(peer);
  return written(status);
}

}  // namespace p2pchat::sqlite_store
