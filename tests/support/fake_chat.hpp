// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/chat.hpp>
#include <p2pchat/host.hpp>

#include <map>
#include <string>
#include <vector>

namespace p2pchat::test {

/// A `Chat` without a network: it keeps everything in memory, answers through the host's loop and publishes events.
///
/// The methods in the first part play the others' side. Thread: any; they take effect on the loop.
class FakeChat final : public sdk::Chat {
 public:
  explicit FakeChat(sdk::Host& host, std::string my_name = "me");

  /// The id whose first octet is this and whose others are 0x11.
  static sdk::Id id(std::uint8_t first);
  /// Puts a contact into the book.
  void befriend(const sdk::Id& who, std::string name, sdk::Relation relation = sdk::Relation::accepted);
  /// Somebody asks to be a contact.
  void ask(const sdk::Id& who, std::string name, std::string greeting);
  /// A contact writes; `time_ms` 0 takes the host's clock.
  void receive(const sdk::Id& from, std::string text, std::uint64_t time_ms = 0);
  /// A message of mine gets a new state.
  void settle(const sdk::Id& message, sdk::State state, std::string reason = {});
  void set_online(const sdk::Id& who, bool online);
  /// The texts of a conversation, oldest first. Thread: the loop's.
  std::vector<std::string> texts(const sdk::Id& peer) const;
  const std::vector<sdk::Id>& sent() const { return sent_; }
  /// From now on calls wait, as with a slow store, until `let_go`. Thread: the loop's, both.
  void hold_answers() { holds_ = true; }
  void let_go();
  /// When set, every call that saves or reads fails with this. Set before use.
  sdk::Status failure;

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
  struct Person {
    std::string name, greeting;
    sdk::Relation relation = sdk::Relation::asked;
    bool online = false;
  };
  struct Kept {
    sdk::Id id, peer;
    std::uint64_t time_ms = 0, place = 0;
    sdk::Direction direction = sdk::Direction::outgoing;
    sdk::State state = sdk::State::queued;
    std::string body, reason;
    sdk::Message view() const;
  };
  void later(sdk::Fn<void()>&& call);
  void change(const sdk::Id& who, sdk::StatusFn&& done, sdk::Fn<void(Person&)>&& how);
  sdk::Id keep(const sdk::Id& peer, sdk::Direction direction, std::string body, std::uint64_t time_ms);
  Kept* find(const sdk::Id& message);
  sdk::Contact contact(const sdk::Id& id, const Person& person) const;

  sdk::Host& host_;
  std::string my_name_;
  std::map<sdk::Id, Person> people_;
  std::vector<Kept> kept_;  // rising places
  std::vector<sdk::Id> sent_;
  bool holds_ = false;
  std::vector<sdk::Fn<void()>> held_;
};

}  // namespace p2pchat::test
