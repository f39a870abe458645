// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/chat.hpp>

#include <optional>

namespace p2pchat::messaging {

/// What changes how somebody and I stand to each other.
enum class RelationEvent {
  add,           ///< I ask them
  accept,        ///< I answer their request with yes
  request_came,  ///< they ask me
  accept_came,   ///< they answered mine with yes
};

/// What follows from an event.
struct RelationStep {
  enum class Tell { nothing, request, accept };
  enum class Verdict {
    yes,     ///< done, or taken note of
    refuse,  ///< there is nothing to answer
    silent   ///< they are blocked: not even an answer
  };
  std::optional<sdk::Relation> relation;  ///< the new one; nothing for a stranger
  Tell tell = Tell::nothing;              ///< which message goes to them
  Verdict verdict = Verdict::yes;
};

/// The next step; `now` is nothing for a stranger. Two who ask each other accept each other, and asking again is always
/// answered again, so that either side may lose its book.
RelationStep next_relation(std::optional<sdk::Relation> now, RelationEvent event);

/// Whether texts of somebody who stands so to me are taken.
bool is_contact(std::optional<sdk::Relation> relation);

}  // namespace p2pchat::messaging
