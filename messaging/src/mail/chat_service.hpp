// SPDX-License-Identifier: MIT
#pragma once
#include "inbox.hpp"
#include "message_list.hpp"
#include "sessions/own_identity.hpp"
#include "wire/invite.hpp"

namespace p2pchat::messaging {

/// `sdk::Chat` over address book, outbox, inbox and store: each call is carried to the loop and checked there.
///
/// Conversations show texts alone; requests and answers to them are nobody's to read.
class ChatService final : public sdk::Chat {
 public:
  ChatService(sdk::Host& host, sdk::Crypto& crypto, OwnIdentity& identity, StoreAccess& store, AddressBook& book,
              Outbox& outbox, Inbox& inbox, PeerLines& peers);

  /// The address book is read: answers what was asked before. Thread: [loop].
  void begin();

  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::str, sdk::str)>&& done) noexcept override;
  void rename(sdk::str name, sdk::StatusFn&& done) noexcept override;
  void add_contact(sdk::str invite, sdk::str name, sdk::str greeting,
                   sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept override;
  void accept(const sdk::Id& who, sdk::StatusFn&& done) noexcept override;
  void remove_contact(const sdk::Id& who, std::uint32_t history, sdk::StatusFn&& done) noexcept override;
  void block(const sdk::Id& who, std::uint32_t on, sdk::StatusFn&& done) noexcept override;
  void name_contact(const sdk::Id& who, sdk::str name, sdk::StatusFn&& done) noexcept override;
  void contacts(sdk::Fn<void(const sdk::Contact&)>&& each, sdk::StatusFn&& done) noexcept override;
  void send(const sdk::Id& to, sdk::str text,
            sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept override;
  void retry(const sdk::Id& message, sdk::StatusFn&& done) noexcept override;
  void cancel(const sdk::Id& message, sdk::StatusFn&& done) noexcept override;
  void history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, sdk::MessagesFn&& each,
               sdk::StatusFn&& done) noexcept override;
  void message(const sdk::Id& id, sdk::MessagesFn&& each, sdk::StatusFn&& done) noexcept override;
  void search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, sdk::MessagesFn&& each,
              sdk::Fn<void(const sdk::Status&, std::uint64_t)>&& done) noexcept override;
  void mark_read(const sdk::Id& peer, std::uint64_t place, sdk::StatusFn&& done) noexcept override;

 private:
  /// Runs `call` on the loop once the node has begun; the texts it needs are its own.
  template <class Call>
  void on_loop(Call call) {
    host_.post(lifetime_.guard([this, call = std::move(call)]() mutable {
      if (begun_) return call();
      waiting_.push_back(std::move(call));
    }));
  }
  template <class Result, class Job, class Done>
  void read(Job job, Done done) {
    on_loop([this, job = std::move(job), done = std::move(done)]() mutable {
      store_.read<Result>(std::move(job), std::move(done));
    });
  }
  sdk::Status sendable(const sdk::Id& to, const std::string& text) const;

  sdk::Host& host_;
  const wire::Digest digest_;
  OwnIdentity& identity_;
  StoreAccess& store_;
  AddressBook& book_;
  Outbox& outbox_;
  Inbox& inbox_;
  PeerLines& peers_;
  bool begun_ = false;
  std::vector<sdk::Fn<void()>> waiting_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::messaging
