// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/store.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Store>
    : Methods<&sdk::Store::open, &sdk::Store::close, &sdk::Store::begin, &sdk::Store::commit, &sdk::Store::rollback,
              &sdk::Store::put, &sdk::Store::get, &sdk::Store::erase, &sdk::Store::scan, &sdk::Store::add,
              &sdk::Store::set_state, &sdk::Store::message, &sdk::Store::history, &sdk::Store::unsettled,
              &sdk::Store::mark_read, &sdk::Store::summary, &sdk::Store::forget, &sdk::Store::search> {};

template <>
inline constexpr bool is_awaited<&sdk::Store::close> = true;  // another may open the folder afterwards

template <class Carrier>
class Forwarder<sdk::Store, Carrier> final : public Carrier {
  using S = sdk::Store;
  using Id = sdk::Id;
  using Out = sdk::Out;
  using Status = sdk::Status;
  using Visitor = sdk::MessageVisitor;
  using str = sdk::str;
  using bytes = sdk::bytes;
  using u32 = std::uint32_t;
  using u64 = std::uint64_t;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  Status open(str directory, Out& notice) override { return carry(method<&S::open>, directory, notice); }
  void close() noexcept override { carry(method<&S::close>); }
  Status begin() override { return carry(method<&S::begin>); }
  Status commit() override { return carry(method<&S::commit>); }
  void rollback() noexcept override { carry(method<&S::rollback>); }
  Status put(str table, bytes key, bytes value) override { return carry(method<&S::put>, table, key, value); }
  Status get(str table, bytes key, Out& value) override { return carry(method<&S::get>, table, key, value); }
  Status erase(str table, bytes key) override { return carry(method<&S::erase>, table, key); }
  Status scan(str table, bytes from, u32 limit, const sdk::Fn<u32(bytes, bytes)>& each) override {
    return carry(method<&S::scan>, table, from, limit, each);
  }
  Status add(const sdk::Message& message, u32& added) override { return carry(method<&S::add>, message, added); }
  Status set_state(const Id& message, sdk::State state, str reason) override {
    return carry(method<&S::set_state>, message, state, reason);
  }
  Status message(const Id& id, const Visitor& each) override { return carry(method<&S::message>, id, each); }
  Status history(const Id& peer, u64 before, u32 limit, const Visitor& each) override {
    return carry(method<&S::history>, peer, before, limit, each);
  }
  Status unsettled(const Visitor& each) override { return carry(method<&S::unsettled>, each); }
  Status mark_read(const Id& peer, u64 place, const Visitor& each) override {
    return carry(method<&S::mark_read>, peer, place, each);
  }
  Status summary(const Id& peer, u64& unread, u64& newest_ms) override {
    return carry(method<&S::summary>, peer, unread, newest_ms);
  }
  Status forget(const Id& peer) override { return carry(method<&S::forget>, peer); }
  Status search(str words, const Id& peer, u64 before, u32 limit, u64& next, const Visitor& each) override {
    return carry(method<&S::search>, words, peer, before, limit, next, each);
  }
};

}  // namespace p2pchat::isolation
