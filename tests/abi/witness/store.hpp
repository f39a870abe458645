// SPDX-License-Identifier: MIT
#pragma once
#include "told.hpp"

#include <p2pchat/store.hpp>

namespace p2pchat::witness {

inline std::string text_of(const sdk::Message& message) {
  return told("message", message.id, message.peer, message.time_ms, message.seq, message.place, message.direction,
              message.state, message.type, message.body, message.reason);
}

/// A message with another value in each field.
inline sdk::Message a_message() {
  return {id(31),           id(32), 5'000'000'001, 5'000'000'002, 5'000'000'003, sdk::Direction::incoming,
          sdk::State::read, "text", "body",        "reason"};
}

/// A store that tells what it was asked: `begin` the last call that answers nothing.
class Store : public sdk::Store {
 public:
  sdk::Status open(sdk::str directory, sdk::Out& notice) override {
    notice.append(std::string_view("notice"));
    return refused("Store::open", directory);
  }
  void close() noexcept override { said_ = "Store::close"; }
  sdk::Status begin() override { return refused("Store::begin", said_); }
  sdk::Status commit() override { return refused("Store::commit"); }
  void rollback() noexcept override { said_ = "Store::rollback"; }
  sdk::Status put(sdk::str table, sdk::bytes key, sdk::bytes value) override {
    return refused("Store::put", table, key, value);
  }
  sdk::Status get(sdk::str table, sdk::bytes key, sdk::Out& value) override {
    value.append(std::string_view("value"));
    return refused("Store::get", table, key);
  }
  sdk::Status erase(sdk::str table, sdk::bytes key) override { return refused("Store::erase", table, key); }
  sdk::Status scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                   const sdk::Fn<std::uint32_t(sdk::bytes, sdk::bytes)>& each) override {
    const auto answer = each(sdk::bytes::of("key"), sdk::bytes::of("value"));
    return refused("Store::scan", table, from, limit, answer);
  }
  sdk::Status add(const sdk::Message& message, std::uint32_t& added) override {
    added = 4'000'000'034;
    const bool same = told("", message.id, message.place, message.reason) == told("", id(31), 5'000'000'003, "reason");
    return refused("Store::add", same);
  }
  sdk::Status set_state(const sdk::Id& message, sdk::State state, sdk::str reason) override {
    return refused("Store::set_state", message, state, reason);
  }
  sdk::Status message(const sdk::Id& wanted, const sdk::MessageVisitor& each) override {
    return refused("Store::message", wanted, each(a_message()));
  }
  sdk::Status history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                      const sdk::MessageVisitor& each) override {
    return refused("Store::history", peer, before, limit, each(a_message()));
  }
  sdk::Status unsettled(const sdk::MessageVisitor& each) override {
    return refused("Store::unsettled", each(a_message()));
  }
  sdk::Status mark_read(const sdk::Id& peer, std::uint64_t place, const sdk::MessageVisitor& each) override {
    return refused("Store::mark_read", peer, place, each(a_message()));
  }
  sdk::Status summary(const sdk::Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms) override {
    unread = 5'000'000'035, newest_ms = 5'000'000'036;
    return refused("Store::summary", peer);
  }
  sdk::Status forget(const sdk::Id& peer) override { return refused("Store::forget", peer); }
  sdk::Status search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                     std::uint64_t& next, const sdk::MessageVisitor& each) override {
    next = 5'000'000'037;
    return refused("Store::search", words, peer, before, limit, each(a_message()));
  }

 protected:
  ~Store() = default;

 private:
  std::string said_;
};

}  // namespace p2pchat::witness
