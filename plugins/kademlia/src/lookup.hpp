// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"

#include <map>
#include <optional>

namespace p2pchat::kademlia {

/// What a lookup is for.
struct Wish {
  Id target{};
  std::size_t width = 8;       ///< it ends when this many nearest candidates have answered
  std::optional<Id> sought{};  ///< it also ends when this node has answered
  bool announce = false;       ///< whether those asked are told that I may be greeted
};

/// An iterative search (Maymounkov and Mazieres 2002, section 2.3) as a state machine: no time, no network.
///
/// The caller asks whom `next` names until it names nobody, and reports how each went. Only contacts reported as
/// answered, who proved their id, may refer to others. It ends after at most `most_requests`, whatever others do;
/// deadlines are the caller's. A candidate knows its referrer: the place where blame will attach.
class Lookup {
 public:
  static constexpr std::size_t narrow = 3, wide = 5, most_requests = 48, most_candidates = 64;

  Lookup(const Wish& wish, const Id& me) : wish_(wish), me_(me) {}

  /// Adds contacts to try; `referrer` is who named them, or me.
  void refer(const std::vector<Contact>& contacts, const Id& referrer);
  /// Whom to ask now; it counts as asked.
  std::optional<Contact> next();
  /// A contact proved itself and named others.
  void answered(const Contact& contact, const std::vector<Contact>& contacts);
  /// A contact did not answer within the usual time: a replacement may be asked beside it.
  void slow(const Contact& contact);
  /// A contact will not answer, or somebody else lives there.
  void failed(const Contact& contact);

  bool is_finished() const;
  /// Who answered, nearest first.
  std::vector<Contact> found() const;
  const Wish& wish() const { return wish_; }

 private:
  enum class State : std::uint8_t { fresh, asked, slow, answered, failed };
  struct Candidate {
    Address address;
    Id referrer;
    State state = State::fresh;
  };
  Candidate* find(const Contact& contact);
  bool is_settled() const;

  Wish wish_;
  Id me_;
  std::map<Id, Candidate> candidates_;  // by distance to the target
  std::size_t requests_ = 0, in_flight_limit_ = narrow;
};

}  // namespace p2pchat::kademlia
