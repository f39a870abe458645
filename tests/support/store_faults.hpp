// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/store.hpp>

namespace p2pchat::test {

/// Stands before a store and lets it fail when the test says so; counts commits.
class StoreFaults final : public sdk::Store {
 public:
  explicit StoreFaults(sdk::Store& store) : store_(store) {}
  int commits = 0;          ///< that succeeded
  int fail_commits = 0;     ///< how many of the next fail, as on a full disk
  int fail_adds = 0;        ///< how many of the next added messages fail
  sdk::Status refuse_open;  ///< when not ok, what `open` answers

  sdk::Status open(sdk::str directory, sdk::Out& notice) override {
    return refuse_open.ok() ? store_.open(directory, notice) : refuse_open;
  }
  void close() noexcept override { store_.close(); }
  sdk::Status begin() override { return store_.begin(); }
  sdk::Status commit() override {
    if (fail_commits > 0 && fail_commits--) {
      store_.rollback();
      return {sdk::Errc::io, "the disk is full: free some space"};
    }
    auto committed = store_.commit();
    commits += committed.ok();
    return committed;
  }
  void rollback() noexcept override { store_.rollback(); }
  sdk::Status put(sdk::str table, sdk::bytes key, sdk::bytes value) override { return store_.put(table, key, value); }
  sdk::Status get(sdk::str table, sdk::bytes key, sdk::Out& value) override { return store_.get(table, key, value); }
  sdk::Status erase(sdk::str table, sdk::bytes key) override { return store_.erase(table, key); }
  sdk::Status scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                   const sdk::Fn<std::uint32_t(sdk::bytes, sdk::bytes)>& each) override {
    return store_.scan(table, from, limit, each);
  }
  sdk::Status add(const sdk::Message& message, std::uint32_t& added) override {
    if (fail_adds > 0 && fail_adds--) return {sdk::Errc::io, "the disk is full: free some space"};
    return store_.add(message, added);
  }
  sdk::Status set_state(const sdk::Id& message, sdk::State state, sdk::str reason) override {
    return store_.set_state(message, state, reason);
  }
  sdk::Status message(const sdk::Id& id, const sdk::MessageVisitor& each) override { return store_.message(id, each); }
  sdk::Status history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                      const sdk::MessageVisitor& each) override {
    return store_.history(peer, before, limit, each);
  }
  sdk::Status unsettled(const sdk::MessageVisitor& each) override { return store_.unsettled(each); }
  sdk::Status mark_read(const sdk::Id& peer, std::uint64_t place, const sdk::MessageVisitor& each) override {
    return store_.mark_read(peer, place, each);
  }
  sdk::Status summary(const sdk::Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms) override {
    return store_.summary(peer, unread, newest_ms);
  }
  sdk::Status forget(const sdk::Id& peer) override { return store_.forget(peer); }
  sdk::Status search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                     std::uint64_t& next, const sdk::MessageVisitor& each) override {
    return store_.search(words, peer, before, limit, next, each);
  }

 private:
  sdk::Store& store_;
};

}  // namespace p2pchat::test
