// SPDX-License-Identifier: MIT
#include "mail/relation.hpp"

#include <gtest/gtest.h>

namespace p2pchat::messaging {
namespace {

using sdk::Relation;
using Event = RelationEvent;
using Tell = RelationStep::Tell;
using Verdict = RelationStep::Verdict;
constexpr std::optional<Relation> stranger;

struct Row {
  std::optional<Relation> now;
  Event event;
  RelationStep step;
};

TEST(Relations, EveryStepIsAsTheTableSays) {
  const Row table[] = {
      {stranger, Event::add, {Relation::asked, Tell::request}},
      {Relation::asked, Event::add, {Relation::asked, Tell::request}},
      {Relation::asking, Event::add, {Relation::accepted, Tell::accept}},
      {Relation::accepted, Event::add, {Relation::accepted}},
      {Relation::blocked, Event::add, {Relation::asked, Tell::request}},
      {stranger, Event::accept, {stranger, Tell::nothing, Verdict::refuse}},
      {Relation::asked, Event::accept, {Relation::asked, Tell::nothing, Verdict::refuse}},
      {Relation::asking, Event::accept, {Relation::accepted, Tell::accept}},
      {Relation::accepted, Event::accept, {Relation::accepted}},
      {Relation::blocked, Event::accept, {Relation::blocked, Tell::nothing, Verdict::refuse}},
      {stranger, Event::request_came, {Relation::asking}},
      {Relation::asked, Event::request_came, {Relation::accepted, Tell::accept}},
      {Relation::asking, Event::request_came, {Relation::asking}},
      {Relation::accepted, Event::request_came, {Relation::accepted, Tell::accept}},
      {Relation::blocked, Event::request_came, {Relation::blocked, Tell::nothing, Verdict::silent}},
      {stranger, Event::accept_came, {stranger}},
      {Relation::asked, Event::accept_came, {Relation::accepted}},
      {Relation::asking, Event::accept_came, {Relation::asking}},
      {Relation::accepted, Event::accept_came, {Relation::accepted}},
      {Relation::blocked, Event::accept_came, {Relation::blocked, Tell::nothing, Verdict::silent}},
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
  for (const auto event : {Event::request_came, Event::accept_came})
    for (const auto now : {stranger, std::optional(Relation::asking), std::optional(Relation::blocked)})
      EXPECT_FALSE(is_contact(next_relation(now, event).relation));
}

}  // namespace
}  // namespace p2pchat::messaging
