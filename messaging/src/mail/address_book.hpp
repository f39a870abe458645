// SPDX-License-Identifier: MIT
#pragma once
#include "outbox.hpp"
#include "relation.hpp"

#include <functional>
#include <map>
#include <string>

namespace p2pchat::messaging {

/// Somebody in the address book.
struct Person {
  std::string name;      ///< what I call them, or what they call themselves
  std::string greeting;  ///< the text of their request
  sdk::Relation relation = sdk::Relation::asked;
  std::optional<sdk::Relation> before;  ///< of somebody blocked: what they were; nothing for a stranger
  std::string key;                      ///< the public key they proved, so that things can be sealed to them
};

/// Who everybody is to me, and who I am to them: kept in memory, every change stored before it is reported.
///
/// What goes to a person (`request`, `accept`) is queued in the same group as the change it tells of. Strangers can
/// leave at most fifty requests. Publishes `contact.changed`. Thread: [loop].
class AddressBook {
 public:
  static constexpr std::size_t max_requests = 50, max_request_bytes = 4096, max_name_bytes = 500;
  enum class History { keep, forget };
  /// How what a peer said was taken: ok, refused with `busy`, `too_large` or `malformed` and a word for the receipt,
  /// `cancelled` when it is not even answered, or why it could not be stored.
  using AnsweredFn = std::function<void(const sdk::Status&)>;

  AddressBook(sdk::Host& host, StoreAccess& store, Outbox& outbox);
  /// Reads everybody, and my name when I ever set one.
  void load(std::string default_name, sdk::StatusFn done);

  std::optional<sdk::Relation> relation(const sdk::Id& who) const;
  /// Their public key; empty until a session has shown it.
  std::string key(const sdk::Id& who) const;
  const std::map<sdk::Id, Person>& people() const { return people_; }
  const std::string& my_name() const { return my_name_; }

  // What I decide; errors as in `Chat`.
  void rename_me(std::string name, sdk::StatusFn done);
  void add(const sdk::Id& who, std::string name, std::string greeting, sdk::StatusFn done);
  void accept(const sdk::Id& who, sdk::StatusFn done);
  void remove(const sdk::Id& who, History history, sdk::StatusFn done);
  void block(const sdk::Id& who, sdk::StatusFn done);
  void unblock(const sdk::Id& who, sdk::StatusFn done);
  void name(const sdk::Id& who, std::string name, sdk::StatusFn done);

  /// Keeps the key with which somebody in the book has spoken.
  void learn_key(const sdk::Id& who, sdk::bytes key);
  // What they say, in the body of a message.
  void request_came(const sdk::Id& from, std::string_view body, AnsweredFn done);
  void accept_came(const sdk::Id& from, std::string_view body, AnsweredFn done);

 private:
  using Entry = std::optional<Person>;
  Entry find(const sdk::Id& who) const;
  void set(const sdk::Id& who, const Entry& entry);
  StoreAccess::Job writing(const sdk::Id& who, const Entry& entry) const;
  sdk::StatusFn confirmed(const sdk::Id& who, Entry before, sdk::StatusFn done);
  void change(const sdk::Id& who, Entry entry, RelationStep::Tell tell, std::string greeting, sdk::StatusFn done);

  sdk::Host& host_;
  StoreAccess& store_;
  Outbox& outbox_;
  std::map<sdk::Id, Person> people_;
  std::string my_name_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::messaging
