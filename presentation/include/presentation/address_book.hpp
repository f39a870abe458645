// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/values.hpp"

#include <map>
#include <variant>
#include <vector>

namespace p2pchat::presentation {

/// A difference between two states of the address book.
struct Change {
  enum class Kind { added, changed, removed };
  Kind kind;
  Person person;
  /// Whether more changed than presence and counters.
  bool standing_changed = false;
};

/// Everybody I know, by id.
class AddressBook {
 public:
  /// Takes a new state and says what differs.
  std::vector<Change> replace(std::vector<Person> people);
  void set_online(const sdk::Id& who, bool online);
  const Person* find(const sdk::Id& who) const;
  /// What to call somebody: the name, or the first digits of the id.
  std::string name_of(const sdk::Id& who) const;
  /// Contacts and those I asked: the newest conversation first, then by name.
  std::vector<const Person*> conversations() const;
  /// Those who asked me, by name.
  std::vector<const Person*> requests() const;
  /// Those I have blocked, by name.
  std::vector<const Person*> blocked() const;
  /// Everybody, by id.
  std::vector<const Person*> everybody() const;
  std::size_t size() const { return people_.size(); }
  std::uint64_t unread() const;

  /// Who is meant by a full id, the beginning of one (six digits or more) or a name. A name that is spelt exactly
  /// wins over others that differ in case. The error names what to type instead.
  std::variant<sdk::Id, sdk::Status> resolve(std::string_view text) const;

 private:
  std::vector<const Person*> by_name(sdk::Relation relation) const;
  std::map<sdk::Id, Person> people_;
};

}  // namespace p2pchat::presentation
