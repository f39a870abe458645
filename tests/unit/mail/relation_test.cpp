// SPDX-License-Identifier: MIT
#include "mail/relation.hpp"

#include <gtest/gtest.h>

namespace p2pchat::messaging {
namespace {

using sdk::Relation;
using Tell = RelationStep::Tell;
using Answer = RelationStep::Verdict;
constexpr std::optional<Relation> stranger;

struct Row {
  std::optional<Relation> now;
  RelationEvent event;
  RelationStep step;
};

TEST(Relations, EveryStepIsAsTheTableSays) {
  const Row table[] = {
      {stranger, RelationEvent::add, {Relation::asked, Tell::request}},
      {Relation::asked, RelationEvent::add, {Relation::asked, Tell::request}},
      {Relation::asking, RelationEvent::add, {Relation::accepted, Tell::accept}},
      {Relation::accepted, RelationEvent::add, {Relation::accepted}},
      {Relation::blocked, RelationEvent::add, {Relation::asked, Tell::request}},
      {stranger, RelationEvent::accept, {stranger, Tell::nothing, Answer::refuse}},
      {Relation::asked, RelationEvent::accept, {Relation::asked, Tell::nothing, Answer::refuse}},
      {Relation::asking, RelationEvent::accept, {Relation::accepted, Tell::accept}},
      {Relation::accepted, RelationEvent::accept, {Relation::accepted}},
      {Relation::blocked, RelationEvent::accept, {Relation::blocked, Tell::nothing, Answer::refuse}},
      {stranger, RelationEvent::request_came, {Relation::asking}},
      {Relation::asked, RelationEvent::request_came, {Relation::accepted, Tell::accept}},
      {Relation::asking, RelationEvent::request_came, {Relation::asking}},
      {Relation::accepted, RelationEvent::request_came, {Relation::accepted, Tell::accept}},
      {Relation::blocked, RelationEvent::request_came, {Relation::blocked, Tell::nothing, Answer::silent}},
      {stranger, RelationEvent::accept_came, {stranger}},
      {Relation::asked, RelationEvent::accept_came, {Relation::accepted}},
      {Relation::asking, RelationEvent::accept_came, {Relation::asking}},
      {Relation::accepted, RelationEvent::accept_came, {Relation::accepted}},
      {Relation::blocked, RelationEvent::accept_came, {Relation::blocked, Tell::nothing, Answer::silent}},
  };
  static_assert(std::size(table) == 5 * 4, "every relation with every event");
  for (const auto& row : table) {
    const auto step = next_relation(row.now, row.event);
    const auto where = ::testing::Message() << (row.now ? int(*row.now) : -1) << " " << int(row.event);
    EXPECT_EQ(step.relation, row.step.relation) << where;
    EXPECT_EQ(step.tell, row.step.tell) << where;
    EXPECT_EQ(step.verdict, row.step.verdict) << where;
  }
}

TEST(Relations, AStrangerNeverBecomesAContactByWhatTheySay) {
  for (const auto event : {RelationEvent::request_came, RelationEvent::accept_came})
    for (const auto now : {stranger, std::optional(Relation::asking), std::optional(Relation::blocked)})
      EXPECT_FALSE(is_contact(next_relation(now, event).relation));
}

}  // namespace
}  // namespace p2pchat::messaging
