// SPDX-License-Identifier: MIT
#include "support/fake_chat.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <ranges>
#include <utility>

namespace p2pchat::test {
namespace {

/// Calls what may be empty.
template <class... Args>
void tell(const sdk::Fn<void(Args...)>& f, const std::type_identity_t<Args>&... args) {
  if (f) f(args...);
}

}  // namespace

FakeChat::FakeChat(sdk::Host& host, std::string my_name) : host_(host), my_name_(std::move(my_name)) {}

sdk::Id FakeChat::id(std::uint8_t first) {
  sdk::Id id;
  std::ranges::fill(id.b, std::uint8_t{0x11});
  id.b[0] = first;
  return id;
}

sdk::Message FakeChat::Kept::view() const {
  return {id, peer, time_ms, place, place, direction, state, "text", body, reason};
}

void FakeChat::befriend(const sdk::Id& who, std::string name, sdk::Relation relation) {
  host_.post([this, who, name = std::move(name), relation] {
    people_[who].name = name;
    people_[who].relation = relation;
    host_.publish("contact.changed", who, {});
  });
}

void FakeChat::ask(const sdk::Id& who, std::string name, std::string greeting) {
  host_.post([this, who, name = std::move(name), greeting = std::move(greeting)] {
    people_[who] = {name, greeting, sdk::Relation::asking, true};
    host_.publish("contact.changed", who, {});
  });
}

void FakeChat::receive(const sdk::Id& from, std::string text, std::uint64_t time_ms) {
  host_.post([this, from, text = std::move(text), time_ms] { keep(from, sdk::Direction::incoming, text, time_ms); });
}

void FakeChat::settle(const sdk::Id& message, sdk::State state, std::string reason) {
  host_.post([this, message, state, reason = std::move(reason)] {
    auto* kept = find(message);
    if (!kept) return;
    kept->state = state;
    kept->reason = reason;
    host_.publish("message.state", message, {});
  });
}

void FakeChat::set_online(const sdk::Id& who, bool online) {
  host_.post([this, who, online] {
    people_[who].online = online;
    host_.publish(online ? "peer.online" : "peer.offline", who, {});
  });
}

std::vector<std::string> FakeChat::texts(const sdk::Id& peer) const {
  std::vector<std::string> texts;
  for (const auto& kept : kept_)
    if (kept.peer == peer) texts.push_back(kept.body);
  return texts;
}

sdk::Id FakeChat::keep(const sdk::Id& peer, sdk::Direction direction, std::string body, std::uint64_t time_ms) {
  Kept kept{
      {}, peer, time_ms ? time_ms : host_.now_ms(), kept_.size() + 1, direction, sdk::State::queued, std::move(body),
      {}};
  for (std::size_t i = 0; i < 4; ++i) kept.id.b[i] = static_cast<std::uint8_t>(kept.place >> (24 - 8 * i));
  std::ranges::fill(std::span(kept.id.b).subspan(4), std::uint8_t{0xEE});
  if (direction == sdk::Direction::incoming) kept.state = sdk::State::delivered;
  kept_.push_back(kept);
  host_.publish("message.added", kept.id, {});
  return kept.id;
}

FakeChat::Kept* FakeChat::find(const sdk::Id& message) {
  const auto found = std::ranges::find(kept_, message, &Kept::id);
  return found == kept_.end() ? nullptr : &*found;
}

sdk::Contact FakeChat::contact(const sdk::Id& id, const Person& person) const {
  sdk::Contact contact{id, person.name, person.greeting, person.relation, person.online ? 1U : 0U, 0, 0};
  for (const auto& kept : kept_) {
    if (kept.peer != id) continue;
    contact.newest_ms = kept.time_ms;
    if (kept.direction == sdk::Direction::incoming && kept.state == sdk::State::delivered) ++contact.unread;
  }
  return contact;
}

void FakeChat::later(sdk::Fn<void()>&& call) {
  host_.post([this, call = std::move(call)]() mutable {
    if (holds_) return held_.push_back(std::move(call));
    call();
  });
}

void FakeChat::let_go() {
  holds_ = false;
  for (const auto& call : std::exchange(held_, {})) call();
}

void FakeChat::self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::str, sdk::str)>&& done) noexcept {
  later([this, done = std::move(done)] {
    tell(done, {}, id(0xAA), my_name_, "p2pchat:" + wire::to_hex(id(0xAA)) + "-0123");
  });
}

void FakeChat::rename(sdk::str name, sdk::StatusFn&& done) noexcept {
  later([this, name = std::string(name), done = std::move(done)] {
    my_name_ = name;
    tell(done, failure);
  });
}

void FakeChat::add_contact(sdk::str invite, sdk::str name, sdk::str greeting,
                           sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept {
  later([this, invite = std::string(invite), name = std::string(name), greeting = std::string(greeting),
         done = std::move(done)] {
    const auto digits = std::string_view(invite).substr(invite.starts_with("p2pchat:") ? 8 : 0).substr(0, 64);
    const auto who = wire::id_from_hex(digits);
    if (!who) return tell(done, {sdk::Errc::malformed, "this is not an invite"}, {});
    people_[*who] = {name, greeting, sdk::Relation::asked, false};
    host_.publish("contact.changed", *who, {});
    tell(done, failure, *who);
  });
}

void FakeChat::change(const sdk::Id& who, sdk::StatusFn&& done, sdk::Fn<void(Person&)>&& how) {
  later([this, who, done = std::move(done), how = std::move(how)] {
    const auto found = people_.find(who);
    if (found == people_.end()) return tell(done, {sdk::Errc::not_found, "no such contact"});
    how(found->second);
    host_.publish("contact.changed", who, {});
    tell(done, failure);
  });
}

void FakeChat::accept(const sdk::Id& who, sdk::StatusFn&& done) noexcept {
  change(who, std::move(done), [](Person& person) { person.relation = sdk::Relation::accepted; });
}

void FakeChat::remove_contact(const sdk::Id& who, std::uint32_t history, sdk::StatusFn&& done) noexcept {
  later([this, who, history, done = std::move(done)] {
    people_.erase(who);
    if (history) std::erase_if(kept_, [&](const Kept& kept) { return kept.peer == who; });
    host_.publish("contact.changed", who, {});
    tell(done, failure);
  });
}

void FakeChat::block(const sdk::Id& who, std::uint32_t on, sdk::StatusFn&& done) noexcept {
  later([this, who, on, done = std::move(done)] {
    people_[who].relation = on ? sdk::Relation::blocked : sdk::Relation::accepted;
    host_.publish("contact.changed", who, {});
    tell(done, failure);
  });
}

void FakeChat::name_contact(const sdk::Id& who, sdk::str name, sdk::StatusFn&& done) noexcept {
  change(who, std::move(done), [name = std::string(name)](Person& person) { person.name = name; });
}

void FakeChat::contacts(sdk::Fn<void(const sdk::Contact&)>&& each, sdk::StatusFn&& done) noexcept {
  later([this, each = std::move(each), done = std::move(done)] {
    for (const auto& [who, person] : people_) tell(each, contact(who, person));
    tell(done, {});
  });
}

void FakeChat::send(const sdk::Id& to, sdk::str text,
                    sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept {
  later([this, to, text = std::string(text), done = std::move(done)] {
    if (!failure.ok()) return tell(done, failure, {});
    if (!people_.contains(to)) return tell(done, {sdk::Errc::not_found, "no such contact"}, {});
    if (text.size() > 64 * 1024) return tell(done, {sdk::Errc::too_large, "a text is at most 64 KiB"}, {});
    sent_.push_back(keep(to, sdk::Direction::outgoing, text, 0));
    tell(done, {}, sent_.back());
  });
}

void FakeChat::retry(const sdk::Id& message, sdk::StatusFn&& done) noexcept {
  later([this, message, done = std::move(done)] {
    if (!find(message)) return tell(done, {sdk::Errc::not_found, "no such message"});
    settle(message, sdk::State::queued);
    tell(done, {});
  });
}

void FakeChat::cancel(const sdk::Id& message, sdk::StatusFn&& done) noexcept {
  later([this, message, done = std::move(done)] {
    if (!find(message)) return tell(done, {sdk::Errc::not_found, "no such message"});
    settle(message, sdk::State::failed, "cancelled");
    tell(done, {});
  });
}

void FakeChat::history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, sdk::MessagesFn&& each,
                       sdk::StatusFn&& done) noexcept {
  later([this, peer, before, limit, each = std::move(each), done = std::move(done)]() {
    std::uint32_t left = limit;
    for (const auto& kept : kept_ | std::views::reverse)
      if (kept.peer == peer && (before == 0 || kept.place < before) && left && left--) tell(each, kept.view());
    tell(done, failure);
  });
}

void FakeChat::message(const sdk::Id& wanted, sdk::MessagesFn&& each, sdk::StatusFn&& done) noexcept {
  later([this, wanted, each = std::move(each), done = std::move(done)] {
    const auto* kept = find(wanted);
    if (!kept) return tell(done, {sdk::Errc::not_found, "no such message"});
    tell(each, kept->view());
    tell(done, {});
  });
}

void FakeChat::search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                      sdk::MessagesFn&& each, sdk::Fn<void(const sdk::Status&, std::uint64_t)>&& done) noexcept {
  later([this, words = std::string(words), peer, before, limit, each = std::move(each), done = std::move(done)] {
    std::uint32_t left = limit;
    std::uint64_t next = 0;
    for (const auto& kept : kept_ | std::views::reverse) {
      const bool here = (peer == sdk::Id{} || kept.peer == peer) && (before == 0 || kept.place < before);
      if (!here || kept.body.find(words) == std::string::npos) continue;
      if (left == 0) return tell(done, failure, next);
      tell(each, kept.view());
      next = kept.place;
      --left;
    }
    tell(done, failure, 0);
  });
}

void FakeChat::mark_read(const sdk::Id& peer, std::uint64_t place, sdk::StatusFn&& done) noexcept {
  later([this, peer, place, done = std::move(done)] {
    for (auto& kept : kept_) {
      if (kept.peer != peer || kept.place > place || kept.state != sdk::State::delivered) continue;
      if (kept.direction == sdk::Direction::outgoing) continue;
      kept.state = sdk::State::read;
      host_.publish("message.state", kept.id, {});
    }
    host_.publish("contact.changed", peer, {});
    tell(done, failure);
  });
}

}  // namespace p2pchat::test
