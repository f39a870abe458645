// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

#include <p2pchat/store.hpp>

namespace p2pchat::host {

/// `Store` of one plugin as another sees it.
class StoreProxy final : public ProxyOf<sdk::Store, Tag::serial> {
  using S = sdk::Store;
  using Visitor = sdk::MessageVisitor;

 public:
  using ProxyOf::ProxyOf;
  Status open(str directory, Out& notice) override { return pass("Store::open", &S::open, directory, notice); }
  void close() noexcept override { (void)pass("Store::close", &S::close); }
  Status begin() override { return pass("Store::begin", &S::begin); }
  Status commit() override { return pass("Store::commit", &S::commit); }
  void rollback() noexcept override { (void)pass("Store::rollback", &S::rollback); }
  Status put(str table, bytes key, bytes value) override { return pass("Store::put", &S::put, table, key, value); }
  Status get(str table, bytes key, Out& value) override { return pass("Store::get", &S::get, table, key, value); }
  Status erase(str table, bytes key) override { return pass("Store::erase", &S::erase, table, key); }
  Status scan(str table, bytes from, u32 limit, const sdk::Fn<u32(bytes, bytes)>& each) override {
    return pass("Store::scan", &S::scan, table, from, limit, each);
  }
  Status add(const sdk::Message& message, u32& added) override { return pass("Store::add", &S::add, message, added); }
  Status set_state(const Id& message, sdk::State state, str reason) override {
    return pass("Store::set_state", &S::set_state, message, state, reason);
  }
  Status message(const Id& id, const Visitor& each) override { return pass("Store::message", &S::message, id, each); }
  Status history(const Id& peer, u64 before, u32 limit, const Visitor& each) override {
    return pass("Store::history", &S::history, peer, before, limit, each);
  }
  Status unsettled(const Visitor& each) override { return pass("Store::unsettled", &S::unsettled, each); }
  Status mark_read(const Id& peer, u64 place, const Visitor& each) override {
    return pass("Store::mark_read", &S::mark_read, peer, place, each);
  }
  Status summary(const Id& peer, u64& unread, u64& newest_ms) override {
    return pass("Store::summary", &S::summary, peer, unread, newest_ms);
  }
  Status forget(const Id& peer) override { return pass("Store::forget", &S::forget, peer); }
  Status search(str words, const Id& peer, u64 before, u32 limit, u64& next, const Visitor& each) override {
    return pass("Store::search", &S::search, words, peer, before, limit, next, each);
  }
};

}  // namespace p2pchat::host
