// SPDX-License-Identifier: MIT
#include "messages.hpp"
#include "noter.hpp"
#include "support/bottle_story.hpp"

namespace p2pchat::test {
namespace {

bool says_ashore(const std::string& type, const std::string& body) {
  wire::JsonParser parser;
  const auto word = type == lan_bottle::word_type ? lan_bottle::read_word(parser, body) : std::nullopt;
  return word && word->word == "ashore";
}

TEST(ALanBottle, IsNeitherLostNorThrownTwiceWhateverWriteAnybodyDiesAfter) {
  std::size_t deaths = 0;
  for (std::size_t victim = 0; victim < story_nodes; ++victim)
    for (std::size_t write = 1;; ++write) {
      SCOPED_TRACE("node " + std::to_string(victim) + " dies after write " + std::to_string(write));
      if (!StoryOf<lan_bottle::LanBottle>(victim, write, says_ashore).tell() || testing::Test::HasFailure()) break;
      ++deaths;
    }
  EXPECT_GT(deaths, 15U);
}

TEST(AnAddressedLanBottle, IsNotLostWhateverWriteItsKeepersDieAfter) {
  std::size_t deaths = 0;
  for (std::size_t victim = 1; victim < story_nodes; ++victim)
    for (std::size_t write = 1;; ++write) {
      SCOPED_TRACE("node " + std::to_string(victim) + " dies after write " + std::to_string(write));
      if (!tell_of_a_parcel<lan_bottle::LanBottle>(victim, write, "notes") || testing::Test::HasFailure()) break;
      ++deaths;
    }
  EXPECT_GT(deaths, 6U);
}

TEST(AReleasedLanBottle, FindsSomebodyElseAlthoughItsFinderDiesOnce) {
  for (std::size_t write = 1; write < 4; ++write) {
    SCOPED_TRACE(write);
    Pond pond(story_nodes);
    const auto bottle = pond.cast_ashore(0, "let me go");
    const auto finder = pond.finders(bottle).front();
    auto& node = pond[finder];
    node.disk.dies_after = node.disk.writes + write;
    node.bottle().release(bottle, {});
    if (pond.until([&] { return node.disk.is_dead(); }, 60'000)) {
      node.crash();
      node.boot();
    }
    EXPECT_TRUE(pond.until([&] { return pond.mine(0, bottle)->beaches == 4; }));
    EXPECT_FALSE(pond.on_beach(finder, bottle));
    EXPECT_EQ(pond.finders(bottle).size(), 3U);
  }
}

TEST(ARestartedLanNode, DoesNotSayAgainWhatTheCreatorHasHeard) {
  Pond pond(4);
  const auto bottle = pond.cast_ashore(0, "hello");
  EXPECT_EQ(pond.answer(1, bottle, "here"), sdk::Errc::ok);
  pond.run_for(60'000);
  const auto before = pond.world.courier.arrived;
  pond[1].crash();
  pond[1].boot();
  pond.run_for(60'000);
  for (const auto* type : {lan_bottle::note_type, lan_bottle::news_type})
    EXPECT_EQ(pond.world.courier.arrived[type], before.at(type)) << type;
}

}  // namespace
}  // namespace p2pchat::test
