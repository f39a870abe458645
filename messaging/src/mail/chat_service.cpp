// SPDX-License-Identifier: MIT
#include "chat_service.hpp"

#include "wire/json.hpp"

namespace p2pchat::messaging {
namespace {

/// A `done` that may be empty.
sdk::StatusFn or_nothing(sdk::StatusFn&& done) {
  if (done) return std::move(done);
  return [](const sdk::Status&) {};
}

std::string kept(sdk::str text) { return std::string(text); }

bool is_text(const sdk::Message& message) { return std::string_view(message.type) == "text"; }

auto handing_to(sdk::MessagesFn&& each, sdk::StatusFn&& done) {
  return [each = std::move(each), done = or_nothing(std::move(done))](const sdk::Status& status, MessageList& list) {
    list.hand_to(each);
    done(status);
  };
}

}  // namespace

ChatService::ChatService(sdk::Host& host, sdk::Crypto& crypto, OwnIdentity& identity, StoreAccess& store,
                         AddressBook& book, Outbox& outbox, Inbox& inbox, PeerLines& peers)
    : host_(host),
      digest_([&crypto](sdk::bytes octets, sdk::Id& id) { return crypto.digest(octets, id).ok(); }),
      identity_(identity),
      store_(store),
      book_(book),
      outbox_(outbox),
      inbox_(inbox),
      peers_(peers) {}

void ChatService::begin() {
  begun_ = true;
  for (const auto& call : std::exchange(waiting_, {})) call();
}

void ChatService::self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::str, sdk::str)>&& done) noexcept {
  on_loop([this, done = std::move(done)]() mutable {
    identity_.self(
        lifetime_.guard([this, done = std::move(done)](const sdk::Status& status, const sdk::Id& me, sdk::bytes) {
          const auto invite = status.ok() ? wire::invite_text(digest_, me) : std::string();
          if (done) done(status, me, book_.my_name(), invite);
        }));
  });
}

void ChatService::rename(sdk::str name, sdk::StatusFn&& done) noexcept {
  on_loop([this, name = kept(name), done = or_nothing(std::move(done))]() mutable {
    book_.rename_me(std::move(name), std::move(done));
  });
}

void ChatService::add_contact(sdk::str invite, sdk::str name, sdk::str greeting,
                              sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept {
  on_loop(
      [this, invite = kept(invite), name = kept(name), greeting = kept(greeting), done = std::move(done)]() mutable {
        sdk::Id who;
        auto answer = [done = std::move(done)](const sdk::Status& status, const sdk::Id& id) {
          if (done) done(status, id);
        };
        if (auto read = wire::read_invite(digest_, invite, who); !read.ok()) return answer(read, who);
        identity_.self(lifetime_.guard([this, who, name, greeting, answer = std::move(answer)](
                                           const sdk::Status& status, const sdk::Id& me, sdk::bytes) mutable {
          if (!status.ok()) return answer(status, who);
          if (who == me) return answer({sdk::Errc::invalid, "this is your own invite: give it to others"}, who);
          book_.add(who, std::move(name), std::move(greeting),
                    [who, answer = std::move(answer)](const sdk::Status& added) { answer(added, who); });
        }));
      });
}

void ChatService::accept(const sdk::Id& who, sdk::StatusFn&& done) noexcept {
  on_loop([this, who, done = or_nothing(std::move(done))]() mutable { book_.accept(who, std::move(done)); });
}

void ChatService::remove_contact(const sdk::Id& who, std::uint32_t history, sdk::StatusFn&& done) noexcept {
  on_loop([this, who, history, done = or_nothing(std::move(done))]() mutable {
    book_.remove(who, history ? AddressBook::History::forget : AddressBook::History::keep, std::move(done));
  });
}

void ChatService::block(const sdk::Id& who, std::uint32_t on, sdk::StatusFn&& done) noexcept {
  on_loop([this, who, on, done = or_nothing(std::move(done))]() mutable {
    if (on)
      book_.block(who, std::move(done));
    else
      book_.unblock(who, std::move(done));
  });
}

void ChatService::name_contact(const sdk::Id& who, sdk::str name, sdk::StatusFn&& done) noexcept {
  on_loop([this, who, name = kept(name), done = or_nothing(std::move(done))]() mutable {
    book_.name(who, std::move(name), std::move(done));
  });
}

void ChatService::contacts(sdk::Fn<void(const sdk::Contact&)>&& each, sdk::StatusFn&& done) noexcept {
  struct Line {
    sdk::Id id;
    Person person;
    std::uint64_t unread = 0, newest_ms = 0;
  };
  on_loop([this, each = std::move(each), done = or_nothing(std::move(done))]() mutable {
    auto lines = std::make_shared<std::vector<Line>>();
    for (const auto& [id, person] : book_.people()) lines->push_back({id, person});
    auto job = [lines](sdk::Store& store) {
      for (auto& line : *lines)
        if (auto read = store.summary(line.id, line.unread, line.newest_ms); !read.ok()) return read;
      return sdk::Status();
    };
    store_.read(std::move(job), lifetime_.guard([this, lines, each = std::move(each),
                                                 done = std::move(done)](const sdk::Status& status) {
      for (const auto& [id, person, unread, newest_ms] : *lines)
        if (status.ok() && each)
          each({id, person.name, person.greeting, person.relation, peers_.online(id), unread, newest_ms});
      done(status);
    }));
  });
}

sdk::Status ChatService::sendable(const sdk::Id& to, const std::string& text) const {
  const auto relation = book_.relation(to);
  if (relation == sdk::Relation::asking) return {sdk::Errc::not_found, "not a contact yet: accept the request first"};
  if (relation == sdk::Relation::blocked) return {sdk::Errc::refused, "this contact is blocked: unblock it first"};
  if (!relation) return {sdk::Errc::not_found, "there is no contact with this id: add it first"};
  if (text.empty() || !wire::is_utf8(text)) return {sdk::Errc::invalid, "a message is UTF-8 text that is not empty"};
  if (text.size() > max_body || !fits_a_line(text))
    return {sdk::Errc::too_large, "a message has at most 64 KiB: send it in parts"};
  return {};
}

void ChatService::send(const sdk::Id& to, sdk::str text,
                       sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) noexcept {
  on_loop([this, to, text = kept(text), done = std::move(done)]() mutable {
    if (auto checked = sendable(to, text); checked.ok())
      outbox_.queue({to, "text", std::move(text), host_.now_ms()}, {}, std::move(done));
    else if (done)
      done(checked, {});
  });
}

void ChatService::retry(const sdk::Id& message, sdk::StatusFn&& done) noexcept {
  on_loop([this, message, done = std::move(done)]() mutable { outbox_.retry(message, std::move(done)); });
}

void ChatService::cancel(const sdk::Id& message, sdk::StatusFn&& done) noexcept {
  on_loop([this, message, done = std::move(done)]() mutable { outbox_.cancel(message, std::move(done)); });
}

void ChatService::history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, sdk::MessagesFn&& each,
                          sdk::StatusFn&& done) noexcept {
  auto job = [peer, before, limit](sdk::Store& store, MessageList& list) {
    if (limit == 0) return sdk::Status();
    return store.history(peer, before, UINT32_MAX, [&](const sdk::Message& m) -> std::uint32_t {
      if (is_text(m)) list.add(m);
      return list.size() < limit;
    });
  };
  read<MessageList>(job, handing_to(std::move(each), std::move(done)));
}

void ChatService::message(const sdk::Id& id, sdk::MessagesFn&& each, sdk::StatusFn&& done) noexcept {
  auto job = [id](sdk::Store& store, MessageList& list) {
    auto read = store.message(id, [&](const sdk::Message& m) -> std::uint32_t {
      if (is_text(m)) list.add(m);
      return 0;
    });
    return read.ok() && list.size() == 0 ? sdk::Status(sdk::Errc::not_found, "there is no such message") : read;
  };
  read<MessageList>(job, handing_to(std::move(each), std::move(done)));
}

void ChatService::search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                         sdk::MessagesFn&& each, sdk::Fn<void(const sdk::Status&, std::uint64_t)>&& done) noexcept {
  struct Found {
    MessageList list;
    std::uint64_t next = 0;
  };
  auto job = [words = kept(words), peer, before, limit](sdk::Store& store, Found& found) {
    return store.search(words, peer, before, limit, found.next, [&](const sdk::Message& m) -> std::uint32_t {
      if (is_text(m)) found.list.add(m);
      return 1;
    });
  };
  read<Found>(job, [each = std::move(each), done = std::move(done)](const sdk::Status& status, const Found& found) {
    found.list.hand_to(each);
    if (done) done(status, found.next);
  });
}

void ChatService::mark_read(const sdk::Id& peer, std::uint64_t place, sdk::StatusFn&& done) noexcept {
  on_loop([this, peer, place, done = std::move(done)]() mutable { inbox_.mark_read(peer, place, std::move(done)); });
}

}  // namespace p2pchat::messaging
