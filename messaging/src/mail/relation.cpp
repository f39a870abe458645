// SPDX-License-Identifier: MIT
#include "relation.hpp"

namespace p2pchat::messaging {

using sdk::Relation;
using Tell = RelationStep::Tell;
using Verdict = RelationStep::Verdict;

RelationStep next_relation(std::optional<Relation> now, RelationEvent event) {
  const bool mine_to_answer = now == Relation::asking, answered = now == Relation::accepted;
  switch (event) {
    case RelationEvent::add:
      if (mine_to_answer) return {Relation::accepted, Tell::accept};
      if (answered) return {Relation::accepted};
      return {Relation::asked, Tell::request};
    case RelationEvent::accept:
      if (mine_to_answer) return {Relation::accepted, Tell::accept};
      return {now, Tell::nothing, answered ? Verdict::yes : Verdict::refuse};
    case RelationEvent::request_came:
      if (now == Relation::blocked) return {now, Tell::nothing, Verdict::silent};
      if (now == Relation::asked || answered) return {Relation::accepted, Tell::accept};
      return {Relation::asking};
    case RelationEvent::accept_came:
      if (now == Relation::blocked) return {now, Tell::nothing, Verdict::silent};
      return {now == Relation::asked ? Relation::accepted : now};
  }
  return {now};
}

bool is_contact(std::optional<Relation> relation) {
  return relation == Relation::accepted || relation == Relation::asked;
}

}  // namespace p2pchat::messaging
