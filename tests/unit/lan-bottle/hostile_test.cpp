// SPDX-License-Identifier: MIT
#include "messages.hpp"
#include "noter.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using bottle::Refusal;
using lan_bottle::Note;

constexpr std::uint64_t year_ms = 365ull * 24 * 3600 * 1000;

/// Four nodes and somebody who says to node 0 whatever he likes.
class AVillain : public testing::Test {
 protected:
  AVillain() {
    pond_.world.courier.carry = [this](const sdk::Id&, const sdk::Id& to, const std::string& type, std::string& body) {
      if (type == lan_bottle::word_type && to == villain_.id()) words_.push_back(body);
      return MemoryCourier::Fate::deliver;
    };
  }
  std::uint64_t now() { return host_.now_ms(); }
  void say(const std::string& type, const std::string& body) { say_as(villain_.id(), type, body); }
  void say_as(const sdk::Id& from, const std::string& type, const std::string& body) {
    pond_.world.courier.deliver(from, pond_[0].id(), type, body);
  }
  void send(const Note& note) { say(lan_bottle::note_type, lan_bottle::write_note(note)); }
  std::size_t lying() {
    std::size_t bottles = 0;
    pond_[0].bottle().beach([&](const sdk::BottleView&) { ++bottles; });
    return bottles;
  }
  /// The last thing said was refused for this reason, once more than before, and nothing came of it.
  void expect_refused(Refusal reason, std::size_t lie = 0) {
    pond_.run_for(30'000);
    EXPECT_EQ(pond_.refused(0, reason), ++refused_[reason]) << bottle::word(reason);
    EXPECT_EQ(lying(), lie) << bottle::word(reason);
  }

  Pond pond_{4};
  VirtualHost host_{pond_.world.clock, 99};
  PlainCrypto crypto_{host_};
  Noter villain_{crypto_};
  CourierNetwork network_{pond_.world.courier, host_, villain_.id()};
  std::vector<std::string> words_;
  std::map<Refusal, std::uint64_t> refused_;
};

TEST_F(AVillain, WhoIsHonestIsTaken) {
  send(villain_.note("hello", now()));
  pond_.run_for(1'000);
  EXPECT_EQ(lying(), 1U);
  ASSERT_EQ(words_.size(), 1U);
  EXPECT_NE(words_[0].find("ashore"), std::string::npos);
}

TEST_F(AVillain, WhoAltersANoteIsRefused) {
  Noter honest(crypto_);
  const auto note = honest.note("signed", now());
  for (const auto& change : std::vector<std::function<void(Note&)>>{
           [](Note& altered) { altered.body = "not signed"; }, [](Note& altered) { altered.expiry_ms += 1; },
           [](Note& altered) { altered.sign.back() ^= 1; }, [](Note& altered) { altered.salt.b[0] ^= 1; },
           [this](Note& altered) { altered.receiver = pond_[0].id(), altered.body = "c2VhbGVk"; }}) {
    auto altered = note;
    change(altered);
    send(altered);
    expect_refused(Refusal::bad_signature);
  }
  auto claimed = note;
  claimed.sender = pond_[1].id();
  send(claimed);
  expect_refused(Refusal::bad_key);
}

TEST_F(AVillain, WithAClockAYearOffIsRefusedBothWays) {
  send(villain_.note("late", now() - year_ms));
  expect_refused(Refusal::expired);
  send(villain_.note("early", now() + year_ms));
  expect_refused(Refusal::from_the_future);
  auto lasting = villain_.note("for ever", now());
  lasting.expiry_ms = lasting.time_ms + year_ms;
  villain_.finish(lasting);
  send(lasting);
  expect_refused(Refusal::too_long_lived);
}

TEST_F(AVillain, WhoSendsNonsenseIsCountedAndNotAnswered) {
  for (const auto* type :
       {lan_bottle::note_type, lan_bottle::word_type, lan_bottle::news_type, lan_bottle::collect_type})
    for (const auto* text : {"", "{\"x\":1}", "[]", "null", "\xff"}) {
      say(type, text);
      expect_refused(Refusal::malformed);
    }
  say(lan_bottle::note_type, std::string(lan_bottle::most_note + 1, ' '));
  expect_refused(Refusal::oversized);
  EXPECT_TRUE(words_.empty());
}

TEST_F(AVillain, WhoDoublesANoteHearsThatItWasSeen) {
  const auto note = villain_.note("hello", now());
  for (int i = 0; i < 5; ++i) send(note);
  pond_.run_for(1'000);
  send(note);
  pond_.run_for(30'000);
  EXPECT_EQ(lying(), 1U);
  EXPECT_EQ(pond_.refused(0, Refusal::none), 1U);
  ASSERT_FALSE(words_.empty());
  EXPECT_NE(words_.back().find("seen"), std::string::npos);
}

TEST_F(AVillain, WhoseSeventhNoteOfAnHourComesIsRefusedAndTakenAnHourLater) {
  for (int i = 0; i < 6; ++i) send(villain_.note("hello", now()));
  pond_.run_for(1'000);
  EXPECT_EQ(lying(), 6U);
  send(villain_.note("hello", now()));
  expect_refused(Refusal::sender_quota, 6);
  pond_.run_for(120'000);
  pond_[0].crash();
  pond_[0].boot();
  pond_.run_for(1'000);
  send(villain_.note("hello", now()));
  pond_.run_for(1'000);
  EXPECT_EQ(lying(), 6U) << "quotas outlive a restart";
  pond_.run_for(3'600'000);
  send(villain_.note("hello", now()));
  pond_.run_for(1'000);
  EXPECT_EQ(lying(), 7U);
}

TEST_F(AVillain, WhoFloodsCostsBoundedWork) {
  std::vector<std::unique_ptr<Noter>> flood;
  for (int i = 0; i < 10; ++i) flood.push_back(std::make_unique<Noter>(crypto_));
  for (int second = 0; second < 10; ++second) {
    for (int i = 0; i < 400; ++i) {
      auto& from = *flood[static_cast<std::size_t>(i) % flood.size()];
      say_as(from.id(), lan_bottle::note_type, lan_bottle::write_note(from.note("flood", now())));
    }
    pond_.run_for(1'000);
  }
  EXPECT_LE(lying(), 60U) << "six of each";
  EXPECT_EQ(pond_.refused(0, Refusal::none), lying());
  EXPECT_GE(pond_.refused(0, Refusal::peer_rate), 1'000U);
}

TEST_F(AVillain, WhoFillsAShelfLeavesRoomForOthers) {
  const sdk::Id absent{{0x77}};
  std::vector<std::unique_ptr<Noter>> flood;
  for (int i = 0; i < 9; ++i) flood.push_back(std::make_unique<Noter>(crypto_));
  for (int i = 0; i < 9 * 64; ++i) {
    auto& from = *flood[static_cast<std::size_t>(i) / 64];
    say_as(from.id(), lan_bottle::note_type, lan_bottle::write_note(from.note_to(absent, "c2VhbGVk", now())));
    if (i % 16 == 0) pond_.run_for(1'000);
  }
  pond_.run_for(10'000);
  const auto taken = pond_.refused(0, Refusal::none);
  const auto on_disk =
      std::ranges::count_if(pond_[0].disk.entries, [](const auto& entry) { return entry.first.first == "notes"; });
  EXPECT_EQ(on_disk, 512);
  send(villain_.note_to(absent, "c2VhbGVk", now()));
  pond_.run_for(1'000);
  EXPECT_EQ(pond_.refused(0, Refusal::none), taken + 1) << "the one who has most there made room";
  send(villain_.note("a drift bottle has a place of its own", now()));
  pond_.run_for(1'000);
  EXPECT_EQ(lying(), 1U);
}

TEST_F(AVillain, WhoNeverHadANoteCannotAnswerIt) {
  const auto note = pond_.cast_ashore(0, "for whoever finds it");
  auto guessed = note;
  guessed.b[0] ^= 1;
  for (const auto& sealed : {bottle::Octets(), bottle::Octets{1, 2, 3}}) {
    say(lan_bottle::news_type, lan_bottle::write_news({guessed, now(), sealed}));
    pond_.run_for(1'000);
  }
  EXPECT_EQ(pond_.refused(0, Refusal::expired), 2U);
  EXPECT_EQ(pond_.mine(0, note)->beaches, 3U);
  EXPECT_EQ(pond_.mine(0, note)->answers, 0U);
}

TEST_F(AVillain, WhoseBoxDoesNotOpenIsRefused) {
  const auto note = pond_.cast_ashore(0, "hello");
  say(lan_bottle::news_type, lan_bottle::write_news({note, now(), {1, 2, 3}}));
  pond_.run_for(1'000);
  EXPECT_EQ(pond_.refused(0, Refusal::bad_signature), 1U);
  EXPECT_EQ(pond_.mine(0, note)->answers, 0U);
}

TEST_F(AVillain, WhoIsBlockedIsNotShownAndNotTold) {
  send(villain_.note("before", now()));
  pond_.run_for(1'000);
  EXPECT_EQ(lying(), 1U);
  pond_[0].process().chat.befriend(villain_.id(), "pest");
  pond_[0].process().chat.block(villain_.id(), 1, [](const sdk::Status&) {});
  pond_.run_for(1'000);
  EXPECT_EQ(lying(), 0U);
  words_.clear();
  send(villain_.note("after", now()));
  expect_refused(Refusal::blocked);
  ASSERT_FALSE(words_.empty());
  for (const auto& word : words_) EXPECT_EQ(word.find("blocked"), word.npos);
}

TEST_F(AVillain, WhoTakesForAnotherErasesNothing) {
  const sdk::Id absent{{0x77}};
  Noter friendly(crypto_);
  say_as(friendly.id(), lan_bottle::note_type, lan_bottle::write_note(friendly.note_to(absent, "c2VhbGVk", now())));
  pond_.run_for(1'000);
  const auto before = pond_[0].disk.entries.size();
  say(lan_bottle::collect_type, lan_bottle::collect_body);
  for (const auto& [place, entry] : std::map(pond_[0].disk.entries))
    if (place.first == "notes") {
      sdk::Id id;
      std::memcpy(id.b, place.second.data(), sizeof id.b);
      say(lan_bottle::word_type, lan_bottle::write_word({id, lan_bottle::Matter::note, "ashore"}));
    }
  pond_.run_for(30'000);
  EXPECT_EQ(pond_[0].disk.entries.size(), before);
  EXPECT_EQ(pond_.world.courier.arrived[lan_bottle::note_type], 1U);
}

TEST(ANodeFarAway, TakesNoNoteThatIsNotNearToIt) {
  Pond pond(24);
  VirtualHost host(pond.world.clock, 99);
  PlainCrypto crypto(host);
  Noter creator(crypto);
  const auto note = creator.note("to everybody at once", host.now_ms());
  std::size_t lie = 0;
  for (std::size_t i = 0; i < pond.size(); ++i)
    pond.world.courier.deliver(creator.id(), pond[i].id(), lan_bottle::note_type, lan_bottle::write_note(note));
  pond.run_for(10'000);
  for (std::size_t i = 0; i < pond.size(); ++i) lie += pond.on_beach(i, note.id).has_value();
  EXPECT_EQ(lie, lan_bottle::near_nodes);
}

}  // namespace
}  // namespace p2pchat::test
