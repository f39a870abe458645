// SPDX-License-Identifier: MIT
#include "model/address_book.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::wx_gui {
std::vector<Change> AddressBook::replace(std::vector<Person> people) {
  std::map<sdk::Id, Person> next;
  for (auto& person : people) next[person.id] = std::move(person);
  std::vector<Change> changes;
  for (const auto& [id, person] : next) {
    const auto* before = find(id);
    if (!before) {
      changes.push_back({Change::Kind::added, person, true});
    } else if (*before != person) {
      const bool standing = before->relation != person.relation || before->name != person.name;
      changes.push_back({Change::Kind::changed, person, standing});
    }
  }
  for (const auto& [id, person] : people_)
    if (!next.contains(id)) changes.push_back({Change::Kind::removed, person, true});
  people_ = std::move(next);
  return changes;
}

void AddressBook::set_online(const sdk::Id& who, bool online) {
  if (const auto found = people_.find(who); found != people_.end()) found->second.online = online;
}

const Person* AddressBook::find(const sdk::Id& who) const {
  const auto found = people_.find(who);
  return found == people_.end() ? nullptr : &found->second;
}

std::string AddressBook::name_of(const sdk::Id& who) const {
  const auto* person = find(who);
  return person && !person->name.empty() ? person->name : wire::short_hex(who);
}

std::vector<const Person*> AddressBook::conversations() const {
  std::vector<const Person*> list;
  for (const auto& [id, person] : people_)
    if (person.relation == sdk::Relation::accepted || person.relation == sdk::Relation::asked) list.push_back(&person);
  std::ranges::stable_sort(list, [](const Person* a, const Person* b) {
    return a->newest_ms != b->newest_ms ? a->newest_ms > b->newest_ms : a->name < b->name;
  });
  return list;
}

std::vector<const Person*> AddressBook::requests() const {
  std::vector<const Person*> list;
  for (const auto& [id, person] : people_)
    if (person.relation == sdk::Relation::asking) list.push_back(&person);
  std::ranges::stable_sort(list, {}, &Person::name);
  return list;
}

std::vector<const Person*> AddressBook::everybody() const {
  std::vector<const Person*> list;
  for (const auto& [id, person] : people_) list.push_back(&person);
  return list;
}

std::uint64_t AddressBook::unread() const {
  std::uint64_t sum = 0;
  for (const auto& [id, person] : people_)
    if (person.relation == sdk::Relation::accepted) sum += person.unread;
  return sum;
}

}  // namespace p2pchat::wx_gui
