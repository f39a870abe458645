// SPDX-License-Identifier: MIT
#pragma once
#include "abi/witness/questions.hpp"

namespace p2pchat::witness {

/// The interfaces of a host, each of which tells what it was asked.
class ToldChat final : public sdk::Chat {
 public:
  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::str, sdk::str)>&& done) noexcept override {
    done(refused("Chat::self"), id(51), "name", "invite");
  }
  void rename(sdk::str name, sdk::StatusFn&& done) noexcept override { done(refused("Chat::rename", name)); }
  void add_contact(sdk::str invite, sdk::str name, sdk::str greeting,
                   sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept override {
    done(refused("Chat::add_contact", invite, name, greeting), id(52));
  }
  void accept(const sdk::Id& who, sdk::StatusFn&& done) noexcept override { done(refused("Chat::accept", who)); }
  void remove_contact(const sdk::Id& who, std::uint32_t history, sdk::StatusFn&& done) noexcept override {
    done(refused("Chat::remove_contact", who, history));
  }
  void block(const sdk::Id& who, std::uint32_t on, sdk::StatusFn&& done) noexcept override {
    done(refused("Chat::block", who, on));
  }
  void name_contact(const sdk::Id& who, sdk::str name, sdk::StatusFn&& done) noexcept override {
    done(refused("Chat::name_contact", who, name));
  }
  void contacts(sdk::Fn<void(const sdk::Contact&)>&& each, sdk::StatusFn&& done) noexcept override {
    each({id(53), "name", "greeting", sdk::Relation::blocked, 4'000'000'001, 5'000'000'002, 5'000'000'003});
    done(refused("Chat::contacts"));
  }
  void send(const sdk::Id& to, sdk::str text,
            sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept override {
    done(refused("Chat::send", to, text), id(54));
  }
  void retry(const sdk::Id& message, sdk::StatusFn&& done) noexcept override { done(refused("Chat::retry", message)); }
  void cancel(const sdk::Id& message, sdk::StatusFn&& done) noexcept override {
    done(refused("Chat::cancel", message));
  }
  void history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, sdk::MessagesFn&& each,
               sdk::StatusFn&& done) noexcept override {
    each(a_message()), done(refused("Chat::history", peer, before, limit));
  }
  void message(const sdk::Id& wanted, sdk::MessagesFn&& each, sdk::StatusFn&& done) noexcept override {
    each(a_message()), done(refused("Chat::message", wanted));
  }
  void search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, sdk::MessagesFn&& each,
              sdk::Fn<void(const sdk::Status&, std::uint64_t)>&& done) noexcept override {
    each(a_message()), done(refused("Chat::search", words, peer, before, limit), 5'000'000'055);
  }
  void mark_read(const sdk::Id& peer, std::uint64_t place, sdk::StatusFn&& done) noexcept override {
    done(refused("Chat::mark_read", peer, place));
  }
};

class ToldIdentity final : public sdk::Identity {
 public:
  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept override {
    done(refused("Identity::self"), id(56), sdk::bytes::of("public"));
  }
  void sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override {
    done(refused("Identity::sign", message), sdk::bytes::of("signature"));
  }
  void open(sdk::bytes aad, sdk::bytes sealed, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override {
    done(refused("Identity::open", aad, sealed), sdk::bytes::of("plain"));
  }
  void delegate(std::uint64_t expiry_ms,
                sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept override {
    done(refused("Identity::delegate", expiry_ms), sdk::bytes::of("secret"), sdk::bytes::of("delegation"));
  }
};

class ToldNetwork final : public sdk::Network {
 public:
  void send(const sdk::Id& to, sdk::str type, sdk::str body, sdk::StatusFn&& done) noexcept override {
    done(refused("Network::send", to, type, body));
  }
  sdk::Status on_message(sdk::str type, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&& f) noexcept override {
    f(id(57), 5'000'000'057, "body");
    return refused("Network::on_message", type);
  }
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override {
    each({id(58), "endpoint", 5'000'000'058});
  }
};

class ToldTables final : public sdk::Tables {
 public:
  void put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept override {
    done(refused("Tables::put", table, key, value));
  }
  void get(sdk::str table, sdk::bytes key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override {
    done(refused("Tables::get", table, key), sdk::bytes::of("value"));
  }
  void erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept override {
    done(refused("Tables::erase", table, key));
  }
  void scan(sdk::str table, sdk::bytes from, std::uint32_t limit, sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each,
            sdk::StatusFn&& done) noexcept override {
    each(sdk::bytes::of("key"), sdk::bytes::of("value"));
    done(refused("Tables::scan", table, from, limit));
  }
};

}  // namespace p2pchat::witness
