// SPDX-License-Identifier: MIT
#include "memory_store.hpp"

#include "words.hpp"

#include <limits>
#include <vector>

namespace p2pchat::memory_store {
namespace {

sdk::Status check_entry(sdk::str table, sdk::bytes key, sdk::bytes value = {}) {
  if (table.len > 64) return {sdk::Errc::too_large, "the table name is longer than 64 bytes"};
  if (key.len > 256) return {sdk::Errc::too_large, "the key is longer than 256 bytes"};
  if (value.len > 1U << 20) return {sdk::Errc::too_large, "the value is longer than 1 MiB"};
  return {};
}

}  // namespace

sdk::Status MemoryStore::open(sdk::str, sdk::Out&) {
  close();
  phase_ = Phase::open;
  return {};
}

void MemoryStore::close() noexcept {
  rollback();
  phase_ = Phase::closed;
}

sdk::Status MemoryStore::readable() const {
  if (phase_ == Phase::closed) return {sdk::Errc::invalid, "the store is not open"};
  return {};
}

sdk::Status MemoryStore::writable() const {
  if (phase_ != Phase::in_group) return {sdk::Errc::invalid, "a write must stand between begin and commit"};
  return {};
}

sdk::Status MemoryStore::begin() {
  if (auto status = readable(); !status.ok()) return status;
  if (phase_ == Phase::in_group) return {sdk::Errc::invalid, "a group of writes has already begun"};
  phase_ = Phase::in_group;
  return {};
}

sdk::Status MemoryStore::commit() {
  if (auto status = writable(); !status.ok()) return status;
  undo_.forget();
  phase_ = Phase::open;
  return {};
}

void MemoryStore::rollback() noexcept {
  if (phase_ != Phase::in_group) return;
  undo_.run();
  phase_ = Phase::open;
}

void MemoryStore::note_entry(const std::string& table, const std::string& key) {
  const auto& entries = tables_[table];
  const auto found = entries.find(key);
  if (found == entries.end()) {
    undo_.note([this, table, key] { tables_[table].erase(key); });
  } else {
    undo_.note([this, table, key, value = found->second] { tables_[table][key] = value; });
  }
}

sdk::Status MemoryStore::put(sdk::str table, sdk::bytes key, sdk::bytes value) {
  if (auto status = writable(); !status.ok()) return status;
  if (auto status = check_entry(table, key, value); !status.ok()) return status;
  const std::string name(table), entry(key.text());
  note_entry(name, entry);
  tables_[name][entry] = value.text();
  return {};
}

sdk::Status MemoryStore::get(sdk::str table, sdk::bytes key, sdk::Out& value) {
  if (auto status = readable(); !status.ok()) return status;
  const auto& entries = tables_[std::string(table)];
  const auto found = entries.find(std::string(key.text()));
  if (found == entries.end()) return {sdk::Errc::not_found, "the table has no such entry"};
  if (!value.append(found->second)) return {sdk::Errc::too_large, "the caller has no room for the entry"};
  return {};
}

sdk::Status MemoryStore::erase(sdk::str table, sdk::bytes key) {
  if (auto status = writable(); !status.ok()) return status;
  const std::string name(table), entry(key.text());
  note_entry(name, entry);
  tables_[name].erase(entry);
  return {};
}

sdk::Status MemoryStore::scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                              const sdk::Fn<std::uint32_t(sdk::bytes, sdk::bytes)>& each) {
  if (auto status = readable(); !status.ok()) return status;
  const auto& entries = tables_[std::string(table)];
  auto at = entries.lower_bound(std::string(from.text()));
  for (std::uint32_t count = 0; count < limit && at != entries.end(); ++count) {
    const auto [key, value] = *at;
    if (!each(sdk::bytes::of(key), sdk::bytes::of(value))) break;
    at = entries.upper_bound(key);
  }
  return {};
}

sdk::Status MemoryStore::add(const sdk::Message& message, std::uint32_t& added) {
  if (auto status = writable(); !status.ok()) return status;
  added = conversations_.find(message.id) == nullptr;
  if (added) conversations_.add(Row(message));
  return {};
}

sdk::Status MemoryStore::set_state(const sdk::Id& message, sdk::State state, sdk::str reason) {
  if (auto status = writable(); !status.ok()) return status;
  const auto row = conversations_.find(message);
  if (!row) return {sdk::Errc::not_found, "the store has no such message"};
  conversations_.set_state(row, state, reason);
  return {};
}

sdk::Status MemoryStore::message(const sdk::Id& id, const sdk::MessageVisitor& each) {
  if (auto status = readable(); !status.ok()) return status;
  const auto row = conversations_.find(id);
  if (!row) return {sdk::Errc::not_found, "the store has no such message"};
  each(row->view());
  return {};
}

sdk::Status MemoryStore::history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                                 const sdk::MessageVisitor& each) {
  if (auto status = readable(); !status.ok()) return status;
  std::uint32_t left = limit;
  conversations_.backwards(peer, before ? before : everything,
                           [&](const RowPtr& row) { return left-- > 0 && each(row->view()); });
  return {};
}

sdk::Status MemoryStore::unsettled(const sdk::MessageVisitor& each) {
  if (auto status = readable(); !status.ok()) return status;
  conversations_.unsettled([&](const RowPtr& row) { return each(row->view()) != 0; });
  return {};
}

sdk::Status MemoryStore::mark_read(const sdk::Id& peer, std::uint64_t place, const sdk::MessageVisitor& each) {
  if (auto status = writable(); !status.ok()) return status;
  std::vector<sdk::Id> marked;
  conversations_.unread(peer, [&](const RowPtr& row) {
    if (row->fields.place > place) return false;
    marked.push_back(row->fields.id);
    conversations_.set_state(row, sdk::State::read, {});
    return true;
  });
  for (const auto& id : marked) {
    const auto row = conversations_.find(id);
    if (row && !each(row->view())) break;
  }
  return {};
}

sdk::Status MemoryStore::summary(const sdk::Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms) {
  if (auto status = readable(); !status.ok()) return status;
  unread = conversations_.unread_count(peer);
  newest_ms = 0;
  conversations_.backwards(peer, everything, [&](const RowPtr& row) {
    newest_ms = row->fields.time_ms;
    return false;
  });
  return {};
}

sdk::Status MemoryStore::forget(const sdk::Id& peer) {
  if (auto status = writable(); !status.ok()) return status;
  conversations_.forget(peer);
  return {};
}

sdk::Status MemoryStore::search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                                std::uint64_t& next, const sdk::MessageVisitor& each) {
  next = 0;
  if (auto status = readable(); !status.ok()) return status;
  const Query query(words);
  std::uint64_t last = 0;
  std::uint32_t left = limit;
  conversations_.by_rank(before ? before : everything, [&](const RowPtr& row) {
    const bool found = (peer == sdk::Id{} || row->fields.peer == peer) && query.matches(row->body);
    if (!found) return true;
    if (left == 0) return next = last, false;
    last = row->rank;
    left = each(row->view()) ? left - 1 : 0;
    return true;
  });
  return {};
}

}  // namespace p2pchat::memory_store
