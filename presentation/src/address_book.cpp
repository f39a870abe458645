// SPDX-License-Identifier: MIT
#include "presentation/address_book.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <tuple>

namespace p2pchat::presentation {
namespace {

constexpr std::size_t least_prefix = 6;

bool is_hex(std::string_view text) { return text.find_first_not_of(wire::hex_digits) == text.npos; }

std::string folded(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

sdk::Status ambiguous(std::string_view text, const std::vector<const Person*>& candidates) {
  std::string words = "'" + std::string(text.substr(0, 32)) + "' may be ";
  for (std::size_t i = 0; i < std::min<std::size_t>(candidates.size(), 3); ++i)
    words += (i ? ", " : "") + wire::to_hex(candidates[i]->id).substr(0, 12);
  return {sdk::Errc::invalid, words + ": give more of the id"};
}

}  // namespace

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
  std::ranges::sort(list, [](const Person* a, const Person* b) {
    return std::tie(b->newest_ms, a->name, a->id) < std::tie(a->newest_ms, b->name, b->id);
  });
  return list;
}

std::vector<const Person*> AddressBook::requests() const { return by_name(sdk::Relation::asking); }

std::vector<const Person*> AddressBook::blocked() const { return by_name(sdk::Relation::blocked); }

std::vector<const Person*> AddressBook::by_name(sdk::Relation relation) const {
  std::vector<const Person*> list;
  for (const auto& [id, person] : people_)
    if (person.relation == relation) list.push_back(&person);
  std::ranges::sort(list, {}, [](const Person* person) { return std::tie(person->name, person->id); });
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

std::variant<sdk::Id, sdk::Status> AddressBook::resolve(std::string_view text) const {
  if (const auto id = wire::id_from_hex(text)) return *id;
  std::vector<const Person*> exact, similar, prefixed;
  for (const auto& [id, person] : people_) {
    if (person.name == text) exact.push_back(&person);
    if (folded(person.name) == folded(text)) similar.push_back(&person);
    if (text.size() >= least_prefix && is_hex(text) && wire::to_hex(id).starts_with(text)) prefixed.push_back(&person);
  }
  for (const auto* found : {&exact, &similar, &prefixed}) {
    if (found->size() == 1) return found->front()->id;
    if (found->size() > 1) return ambiguous(text, *found);
  }
  const auto shown = "'" + std::string(text.substr(0, 32)) + "'";
  if (is_hex(text) && text.size() < least_prefix)
    return sdk::Status(sdk::Errc::not_found, "nobody is called " + shown + "; an id needs six digits or more");
  return sdk::Status(sdk::Errc::not_found, "nobody is called " + shown + "; /contacts lists those I know");
}

}  // namespace p2pchat::presentation
