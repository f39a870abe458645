// SPDX-License-Identifier: MIT
#include "address_book.hpp"

#include "introduction.hpp"
#include "wire/json.hpp"

#include <wire/numbers.hpp>

#include <algorithm>

namespace p2pchat::messaging {
namespace {

using Tell = RelationStep::Tell;
using Verdict = RelationStep::Verdict;

constexpr std::string_view contacts_table = "contacts", node_table = "node", name_key = "name";

sdk::Status checked_name(const std::string& name) {
  if (name.size() > AddressBook::max_name_bytes) return {sdk::Errc::too_large, "a name has at most 500 bytes"};
  return wire::is_utf8(name) ? sdk::Status() : sdk::Status(sdk::Errc::invalid, "a name is UTF-8 text");
}

sdk::Status not_found() { return {sdk::Errc::not_found, "there is nobody with this id in the address book"}; }

}  // namespace

AddressBook::AddressBook(sdk::Host& host, StoreAccess& store, Outbox& outbox)
    : host_(host), store_(store), outbox_(outbox) {}

void AddressBook::load(std::string default_name, sdk::StatusFn done) {
  my_name_ = std::move(default_name);
  struct Book {
    std::map<sdk::Id, Person> people;
    std::string name;
  };
  auto job = [](sdk::Store& store, Book& book) {
    sdk::OutTo out(book.name);
    const auto named = store.get(node_table, sdk::bytes::of(name_key), out);
    if (!named.ok() && named.code != sdk::Errc::not_found) return named;
    return store.scan(contacts_table, {}, UINT32_MAX, [&](sdk::bytes key, sdk::bytes value) -> std::uint32_t {
      auto person = read_person(value.text());
      if (const auto id = wire::id_of(key); id && person) book.people[*id] = std::move(*person);
      return 1;
    });
  };
  auto loaded = [this, done = std::move(done)](const sdk::Status& status, Book& book) {
    people_ = std::move(book.people);
    if (!book.name.empty()) my_name_ = std::move(book.name);
    done(status);
  };
  store_.read<Book>(std::move(job), lifetime_.guard(std::move(loaded)));
}

std::optional<sdk::Relation> AddressBook::relation(const sdk::Id& who) const {
  const auto found = people_.find(who);
  return found == people_.end() ? std::nullopt : std::optional(found->second.relation);
}

std::string AddressBook::key(const sdk::Id& who) const {
  const auto found = people_.find(who);
  return found == people_.end() ? std::string() : found->second.key;
}

AddressBook::Entry AddressBook::find(const sdk::Id& who) const {
  const auto found = people_.find(who);
  return found == people_.end() ? std::nullopt : Entry(found->second);
}

void AddressBook::set(const sdk::Id& who, const Entry& entry) {
  if (entry)
    people_[who] = *entry;
  else
    people_.erase(who);
}

StoreAccess::Job AddressBook::writing(const sdk::Id& who, const Entry& entry) const {
  if (!entry) return [who](sdk::Store& store) { return store.erase(contacts_table, who.view()); };
  return [who, text = write_person(*entry)](sdk::Store& store) {
    return store.put(contacts_table, who.view(), sdk::bytes::of(text));
  };
}

/// Reports a change once it is stored, or takes it back.
sdk::StatusFn AddressBook::confirmed(const sdk::Id& who, Entry before, sdk::StatusFn done) {
  return lifetime_.guard([this, who, before = std::move(before), done = std::move(done)](const sdk::Status& status) {
    if (status.ok())
      host_.publish("contact.changed", who, {});
    else
      set(who, before);
    if (status.ok() && relation(who) == sdk::Relation::accepted) outbox_.release(who);
    if (done) done(status);
  });
}

void AddressBook::change(const sdk::Id& who, Entry entry, Tell tell, std::string greeting, sdk::StatusFn done) {
  auto finish = confirmed(who, find(who), std::move(done));
  auto job = writing(who, entry);
  set(who, entry);
  if (tell == Tell::nothing) return store_.write(std::move(job), std::move(finish));
  Draft draft{who, tell == Tell::request ? "request" : "accept", write_introduction({my_name_, std::move(greeting)}),
              host_.now_ms()};
  outbox_.queue(std::move(draft), std::move(job),
                [finish = std::move(finish)](const sdk::Status& status, const sdk::Id&) { finish(status); });
}

void AddressBook::rename_me(std::string name, sdk::StatusFn done) {
  if (auto checked = checked_name(name); !checked.ok()) return done(checked);
  auto job = [name](sdk::Store& store) {
    return store.put(node_table, sdk::bytes::of(name_key), sdk::bytes::of(name));
  };
  store_.write(std::move(job), lifetime_.guard([this, name, done = std::move(done)](const sdk::Status& status) {
    if (status.ok()) my_name_ = name;
    done(status);
  }));
}

void AddressBook::add(const sdk::Id& who, std::string name, std::string greeting, sdk::StatusFn done) {
  if (auto checked = checked_name(name); !checked.ok()) return done(checked);
  if (!wire::is_utf8(greeting)) return done({sdk::Errc::invalid, "a greeting is UTF-8 text"});
  if (write_introduction({my_name_, greeting}).size() > max_request_bytes)
    return done({sdk::Errc::too_large, "a greeting has at most about 3,500 bytes: shorten it"});
  auto person = find(who).value_or(Person{});
  const auto step = next_relation(relation(who), RelationEvent::add);
  person.relation = *step.relation;
  if (!name.empty()) person.name = std::move(name);
  change(who, std::move(person), step.tell, std::move(greeting), std::move(done));
}

void AddressBook::accept(const sdk::Id& who, sdk::StatusFn done) {
  const auto step = next_relation(relation(who), RelationEvent::accept);
  if (step.verdict != Verdict::yes) return done({sdk::Errc::not_found, "there is no request from this id"});
  auto person = *find(who);
  person.relation = *step.relation;
  change(who, std::move(person), step.tell, {}, std::move(done));
}

void AddressBook::remove(const sdk::Id& who, History history, sdk::StatusFn done) {
  auto before = find(who);
  if (!before) return done(not_found());
  auto job = [who, history, erase = writing(who, std::nullopt)](sdk::Store& store) {
    auto erased = erase(store);
    return erased.ok() && history == History::forget ? store.forget(who) : erased;
  };
  set(who, std::nullopt);
  outbox_.give_up(who, "contact removed", std::move(job), confirmed(who, std::move(before), std::move(done)));
}

void AddressBook::block(const sdk::Id& who, sdk::StatusFn done) {
  auto before = find(who);
  auto person = before.value_or(Person{});
  if (relation(who) == sdk::Relation::blocked) return done({});
  person.before = relation(who);
  person.relation = sdk::Relation::blocked;
  set(who, person);
  outbox_.give_up(who, "blocked", writing(who, person), confirmed(who, std::move(before), std::move(done)));
}

void AddressBook::unblock(const sdk::Id& who, sdk::StatusFn done) {
  auto person = find(who);
  if (!person || person->relation != sdk::Relation::blocked) return done(not_found());
  const auto before = std::exchange(person->before, std::nullopt);
  if (before) person->relation = *before;
  change(who, before ? person : std::nullopt, Tell::nothing, {}, std::move(done));
}

void AddressBook::name(const sdk::Id& who, std::string name, sdk::StatusFn done) {
  auto person = find(who);
  if (!person) return done(not_found());
  if (auto checked = checked_name(name); !checked.ok()) return done(checked);
  person->name = std::move(name);
  change(who, std::move(person), Tell::nothing, {}, std::move(done));
}

void AddressBook::learn_key(const sdk::Id& who, sdk::bytes key) {
  if (!relation(who) || people_[who].key == key.text()) return;
  auto person = people_[who];
  person.key = key.text();
  change(who, std::move(person), Tell::nothing, {}, {});
}

void AddressBook::request_came(const sdk::Id& from, std::string_view body, AnsweredFn done) {
  const auto step = next_relation(relation(from), RelationEvent::request_came);
  if (step.verdict == Verdict::silent) return done({sdk::Errc::cancelled, "blocked"});
  if (body.size() > max_request_bytes) return done({sdk::Errc::too_large, "too-large"});
  const auto said = read_introduction(body);
  if (!said) return done({sdk::Errc::malformed, "malformed"});
  const auto requests =
      std::ranges::count(people_, sdk::Relation::asking, [](const auto& p) { return p.second.relation; });
  const bool another = step.relation == sdk::Relation::asking && !relation(from);
  if (another && static_cast<std::size_t>(requests) >= max_requests) return done({sdk::Errc::busy, "busy"});
  auto person = find(from).value_or(Person{});
  if (person.name.empty() || person.relation == sdk::Relation::asking) person.name = said->name;
  person.greeting = said->greeting;
  person.relation = *step.relation;
  change(from, std::move(person), step.tell, {}, [done](const sdk::Status& status) { done(status); });
}

void AddressBook::accept_came(const sdk::Id& from, std::string_view body, AnsweredFn done) {
  const auto step = next_relation(relation(from), RelationEvent::accept_came);
  if (step.verdict == Verdict::silent) return done({sdk::Errc::cancelled, "blocked"});
  auto person = find(from);
  const bool news = person && step.relation != person->relation;
  if (!news) return done({});
  const auto said = read_introduction(body);
  if (person->name.empty() && said) person->name = said->name;
  person->relation = *step.relation;
  change(from, std::move(person), Tell::nothing, {}, [done](const sdk::Status& status) { done(status); });
}

}  // namespace p2pchat::messaging
