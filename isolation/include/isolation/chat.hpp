// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/chat.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Chat>
    : Methods<&sdk::Chat::self, &sdk::Chat::rename, &sdk::Chat::add_contact, &sdk::Chat::accept,
              &sdk::Chat::remove_contact, &sdk::Chat::block, &sdk::Chat::name_contact, &sdk::Chat::contacts,
              &sdk::Chat::send, &sdk::Chat::retry, &sdk::Chat::cancel, &sdk::Chat::history, &sdk::Chat::message,
              &sdk::Chat::search, &sdk::Chat::mark_read> {};

template <class Carrier>
class Forwarder<sdk::Chat, Carrier> final : public Carrier {
  using C = sdk::Chat;
  using Id = sdk::Id;
  using str = sdk::str;
  using Status = sdk::Status;
  using Done = sdk::StatusFn;
  using u32 = std::uint32_t;
  using u64 = std::uint64_t;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void self(sdk::Fn<void(const Status&, const Id&, str, str)>&& done) noexcept override {
    carry(method<&C::self>, std::move(done));
  }
  void rename(str name, Done&& done) noexcept override { carry(method<&C::rename>, name, std::move(done)); }
  void add_contact(str invite, str name, str greeting,
                   sdk::Fn<void(const Status&, const Id&)>&& done) noexcept override {
    carry(method<&C::add_contact>, invite, name, greeting, std::move(done));
  }
  void accept(const Id& who, Done&& done) noexcept override { carry(method<&C::accept>, who, std::move(done)); }
  void remove_contact(const Id& who, u32 history, Done&& done) noexcept override {
    carry(method<&C::remove_contact>, who, history, std::move(done));
  }
  void block(const Id& who, u32 on, Done&& done) noexcept override {
    carry(method<&C::block>, who, on, std::move(done));
  }
  void name_contact(const Id& who, str name, Done&& done) noexcept override {
    carry(method<&C::name_contact>, who, name, std::move(done));
  }
  void contacts(sdk::Fn<void(const sdk::Contact&)>&& each, Done&& done) noexcept override {
    carry(method<&C::contacts>, std::move(each), std::move(done));
  }
  void send(const Id& to, str text, sdk::Fn<void(const Status&, const Id&)>&& done) noexcept override {
    carry(method<&C::send>, to, text, std::move(done));
  }
  void retry(const Id& message, Done&& done) noexcept override { carry(method<&C::retry>, message, std::move(done)); }
  void cancel(const Id& message, Done&& done) noexcept override { carry(method<&C::cancel>, message, std::move(done)); }
  void history(const Id& peer, u64 before, u32 limit, sdk::MessagesFn&& each, Done&& done) noexcept override {
    carry(method<&C::history>, peer, before, limit, std::move(each), std::move(done));
  }
  void message(const Id& id, sdk::MessagesFn&& each, Done&& done) noexcept override {
    carry(method<&C::message>, id, std::move(each), std::move(done));
  }
  void search(str words, const Id& peer, u64 before, u32 limit, sdk::MessagesFn&& each,
              sdk::Fn<void(const Status&, u64)>&& done) noexcept override {
    carry(method<&C::search>, words, peer, before, limit, std::move(each), std::move(done));
  }
  void mark_read(const Id& peer, u64 place, Done&& done) noexcept override {
    carry(method<&C::mark_read>, peer, place, std::move(done));
  }
};

}  // namespace p2pchat::isolation
