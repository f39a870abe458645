// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

namespace p2pchat::host {

/// The host's `Chat` as a plugin sees it.
class ChatProxy final : public ProxyOf<sdk::Chat, Tag::any> {
  using C = sdk::Chat;
  using Done = sdk::StatusFn;

 public:
  using ProxyOf::ProxyOf;
  void self(sdk::Fn<void(const Status&, const Id&, str, str)>&& done) noexcept override {
    ask("Chat::self", std::move(done), &C::self);
  }
  void rename(str name, Done&& done) noexcept override { ask("Chat::rename", std::move(done), &C::rename, name); }
  void add_contact(str invite, str name, str greeting,
                   sdk::Fn<void(const Status&, const Id&)>&& done) noexcept override {
    ask("Chat::add_contact", std::move(done), &C::add_contact, invite, name, greeting);
  }
  void accept(const Id& who, Done&& done) noexcept override { ask("Chat::accept", std::move(done), &C::accept, who); }
  void remove_contact(const Id& who, u32 history, Done&& done) noexcept override {
    ask("Chat::remove_contact", std::move(done), &C::remove_contact, who, history);
  }
  void block(const Id& who, u32 on, Done&& done) noexcept override {
    ask("Chat::block", std::move(done), &C::block, who, on);
  }
  void name_contact(const Id& who, str name, Done&& done) noexcept override {
    ask("Chat::name_contact", std::move(done), &C::name_contact, who, name);
  }
  void contacts(sdk::Fn<void(const sdk::Contact&)>&& each, Done&& done) noexcept override {
    ask("Chat::contacts", std::move(done), &C::contacts, listener("Chat::contacts", std::move(each)));
  }
  void send(const Id& to, str text, sdk::Fn<void(const Status&, const Id&)>&& done) noexcept override {
    ask("Chat::send", std::move(done), &C::send, to, text);
  }
  void retry(const Id& message, Done&& done) noexcept override {
    ask("Chat::retry", std::move(done), &C::retry, message);
  }
  void cancel(const Id& message, Done&& done) noexcept override {
    ask("Chat::cancel", std::move(done), &C::cancel, message);
  }
  void history(const Id& peer, u64 before, u32 limit, sdk::MessagesFn&& each, Done&& done) noexcept override {
    ask("Chat::history", std::move(done), &C::history, peer, before, limit, listener("Chat::history", std::move(each)));
  }
  void message(const Id& id, sdk::MessagesFn&& each, Done&& done) noexcept override {
    ask("Chat::message", std::move(done), &C::message, id, listener("Chat::message", std::move(each)));
  }
  void search(str words, const Id& peer, u64 before, u32 limit, sdk::MessagesFn&& each,
              sdk::Fn<void(const Status&, u64)>&& done) noexcept override {
    ask("Chat::search", std::move(done), &C::search, words, peer, before, limit,
        listener("Chat::search", std::move(each)));
  }
  void mark_read(const Id& peer, u64 place, Done&& done) noexcept override {
    ask("Chat::mark_read", std::move(done), &C::mark_read, peer, place);
  }
};

}  // namespace p2pchat::host
