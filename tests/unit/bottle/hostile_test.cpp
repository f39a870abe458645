// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "judge/course.hpp"
#include "note/messages.hpp"
#include "note/note_text.hpp"
#include "sea.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using bottle::Note;
using bottle::Refusal;

constexpr std::uint64_t year_ms = 365ull * 24 * 3600 * 1000;

/// Four nodes and a stranger who says to node 0 whatever he likes.
class AStranger : public testing::Test {
 protected:
  AStranger() {
    sea_.world.courier.carry = [this](const sdk::Id&, const sdk::Id& to, const std::string& type, std::string& body) {
      if (type == bottle::handled_type && to == stranger_.id()) answers_.push_back(body);
      return MemoryCourier::Fate::deliver;
    };
  }
  std::uint64_t now() { return host_.now_ms(); }
  Note note(const std::string& body) { return stranger_.note(body, now()); }
  void send(const std::string& type, const std::string& body) { send_from(stranger_.id(), type, body); }
  void send_from(const sdk::Id& from, const std::string& type, const std::string& body) {
    sea_.world.courier.deliver(from, sea_[0].id(), type, body);
  }
  void send(const Note& bottle) { send(bottle::bottle_type, bottle::write_note(bottle)); }
  std::size_t lying() {
    std::size_t bottles = 0;
    sea_[0].bottle().beach([&](const sdk::BottleView&) { ++bottles; });
    return bottles;
  }
  /// The last thing said was refused for this reason, once more than before, and nothing came of it.
  void expect_refused(Refusal reason, std::size_t lies = 0) {
    sea_.run_for(30'000);
    EXPECT_EQ(sea_.refused(0, reason), ++refused_[reason]) << bottle::word(reason);
    EXPECT_EQ(lying(), lies) << bottle::word(reason);
  }

  Sea sea_{4};
  VirtualHost host_{sea_.world.clock, 99};
  PlainCrypto crypto_{host_};
  Bottler stranger_{crypto_};
  CourierNetwork network_{sea_.world.courier, host_, stranger_.id()};  // answers reach him
  std::vector<std::string> answers_;
  std::map<Refusal, std::uint64_t> refused_;
};

TEST_F(AStranger, WhoIsHonestIsTaken) {
  send(note("hello"));
  sea_.run_for(1'000);
  EXPECT_EQ(lying(), 1U);
}

TEST_F(AStranger, WithAForgedBottleIsRefusedForAReason) {
  auto changed = note("signed");
  changed.body = "not signed";
  send(changed);
  expect_refused(Refusal::forged_id);

  auto resigned = note("of another");
  resigned.sender = sea_[1].id();
  stranger_.finish(resigned);
  send(resigned);
  expect_refused(Refusal::bad_key);

  auto unsigned_note = note("unsigned");
  unsigned_note.sign.assign(32, 7);
  unsigned_note.stamp = 0;
  send(unsigned_note);
  sea_.run_for(1'000);
  EXPECT_EQ(sea_.refused(0, Refusal::light_stamp) + sea_.refused(0, Refusal::bad_signature), 1U);
  EXPECT_EQ(lying(), 0U);
}

TEST_F(AStranger, WhoRaisesGasIsRefused) {
  auto drifted = stranger_.drifted(note("hello"), 3);
  drifted.gas = 5;
  send(drifted);
  expect_refused(Refusal::raised_gas);
}

TEST_F(AStranger, WithAClockAYearOffIsRefusedBothWays) {
  send(stranger_.note("late", now() - year_ms));
  expect_refused(Refusal::expired);
  send(stranger_.note("early", now() + year_ms));
  expect_refused(Refusal::from_the_future);
  auto lasting = note("for ever");
  lasting.expiry_ms = lasting.time_ms + year_ms;
  stranger_.finish(lasting);
  send(lasting);
  expect_refused(Refusal::too_long_lived);
}

TEST_F(AStranger, WhoSendsNonsenseIsCountedAndNotAnswered) {
  for (const auto* text : {"", "{}", "[]", "null", "{\"bottleId\":1}", "\xff"}) {
    send(bottle::bottle_type, text);
    expect_refused(Refusal::malformed);
  }
  for (const auto* type :
       {bottle::handled_type, bottle::found_type, bottle::reply_type, bottle::collect_type, bottle::taken_type}) {
    send(type, "{\"x\":1}");
    expect_refused(Refusal::malformed);
  }
  send(bottle::bottle_type, std::string(bottle::most_note + 1, ' '));
  expect_refused(Refusal::oversized);
  EXPECT_TRUE(answers_.empty());
}

TEST_F(AStranger, WithATextOverTheLimitIsRefused) {
  auto long_note = note("x");
  long_note.body = std::string(1'001, 'x');
  stranger_.finish(long_note);
  send(long_note);
  sea_.run_for(1'000);
  EXPECT_EQ(lying(), 0U);
  EXPECT_EQ(sea_.refused(0, Refusal::oversized) + sea_.refused(0, Refusal::malformed), 1U);
}

TEST_F(AStranger, WhoDoublesABottleHearsThatItWasSeen) {
  const auto bottle = note("hello");
  for (int i = 0; i < 5; ++i) send(bottle);
  sea_.run_for(1'000);
  send(bottle);
  sea_.run_for(30'000);
  EXPECT_EQ(lying(), 1U);
  EXPECT_EQ(sea_.refused(0, Refusal::none), 1U);
}

TEST_F(AStranger, WhoListsVictimsMakesNobodyDialThem) {
  const auto victim = id_of(77);
  std::size_t dialled = 0;
  sea_.world.courier.reachable = [&](const sdk::Id&, const sdk::Id& to) {
    dialled += to == victim;
    return true;
  };
  sea_.world.directory[victim] = "203.0.113.9:80";
  sea_.world.directory.erase(victim);  // routing never proved it
  auto bottle = note("hello");
  bottle.nearest = {{victim, "203.0.113.9", 80}, {id_of(78), "127.0.0.1", 22}, {id_of(79), "192.168.0.1", 443}};
  send(bottle);
  sea_.run_for(60'000);
  EXPECT_EQ(lying(), 1U);
  EXPECT_EQ(dialled, 0U);
}

TEST_F(AStranger, WhoFloodsCostsBoundedWork) {
  std::vector<std::unique_ptr<Bottler>> flood;
  for (int i = 0; i < 10; ++i) flood.push_back(std::make_unique<Bottler>(crypto_));
  std::size_t sent = 0;
  for (int second = 0; second < 10; ++second) {
    for (int i = 0; i < 1'000; ++i, ++sent) {
      auto& from = *flood[static_cast<std::size_t>(i) % flood.size()];
      const auto bottle = from.note("flood " + std::to_string(sent), now(), 4);
      send_from(from.id(), bottle::bottle_type, bottle::write_note(bottle));
    }
    sea_.run_for(1'000);
  }
  EXPECT_LE(lying(), 60U) << "six of each";
  EXPECT_GE(sea_.refused(0, Refusal::peer_rate), 7'000U);
  EXPECT_EQ(sea_.refused(0, Refusal::none), lying());
  const auto said = sea_.world.courier.arrived[bottle::handled_type];
  EXPECT_LT(said, 3'000U) << "what is over a peer's rate is not answered";
}

TEST_F(AStranger, WhoNeverHadABottleCannotAnswerIt) {
  const auto bottle = sea_.cast(0, "for whoever finds it");
  sea_.run_for(1'000);
  const auto before = sea_.mine(0, bottle)->beaches;
  send(bottle::found_type, bottle::write_found({{bottle, 5, id_of(1)}, now()}));
  send(bottle::found_type, bottle::write_found({{bottle, 0, id_of(1)}, now()}));
  send(bottle::reply_type, bottle::write_reply({{bottle, 3, id_of(1)}, {1, 2, 3}}));
  sea_.run_for(1'000);
  EXPECT_EQ(sea_.refused(0, Refusal::raised_gas), 3U);
  send(bottle::reply_type, bottle::write_reply({{id_of(5), 3, id_of(1)}, {1, 2, 3}}));
  sea_.run_for(1'000);
  EXPECT_EQ(sea_.refused(0, Refusal::expired), 1U);
  EXPECT_EQ(sea_.mine(0, bottle)->beaches, before);
  EXPECT_EQ(sea_.mine(0, bottle)->answers, 0U);
}

TEST_F(AStranger, WhoseBoxDoesNotOpenIsRefused) {
  const auto bottle = sea_.cast_ashore(0, "hello");
  std::string reply;
  sea_.world.courier.carry = [&](const sdk::Id&, const sdk::Id&, const std::string& type, std::string& body) {
    if (type == bottle::reply_type) reply = body;
    return type == bottle::reply_type ? MemoryCourier::Fate::lose : MemoryCourier::Fate::deliver;
  };
  sea_.answer(sea_.finders(bottle).front(), bottle, "yes");
  ASSERT_TRUE(sea_.until([&] { return !reply.empty(); }));
  wire::JsonParser parser;
  auto forged = *bottle::read_reply(parser, reply);
  forged.sealed.back() ^= 1;
  send(bottle::reply_type, bottle::write_reply(forged));
  sea_.run_for(1'000);
  EXPECT_EQ(sea_.refused(0, Refusal::bad_signature), 1U);
  EXPECT_EQ(sea_.mine(0, bottle)->answers, 0U);
}

TEST_F(AStranger, WhoIsBlockedIsNotShownAndNotTold) {
  send(note("before"));
  sea_.run_for(1'000);
  EXPECT_EQ(lying(), 1U);
  sea_[0].process().chat.befriend(stranger_.id(), "pest");
  sea_[0].process().chat.block(stranger_.id(), 1, [](const sdk::Status&) {});
  sea_.run_for(1'000);
  EXPECT_EQ(lying(), 0U);
  answers_.clear();
  send(note("after"));
  expect_refused(Refusal::blocked);
  ASSERT_FALSE(answers_.empty());
  for (const auto& answer : answers_) EXPECT_EQ(answer.find("blocked"), answer.npos);
}

TEST_F(AStranger, WhoSignsAnothersWordsKeepsNothingBack) {
  Bottler copier(crypto_);
  const auto original = note("the same words"), copy = copier.note("the same words", original.time_ms);
  ASSERT_EQ(copy.id, original.id);
  send(copy);
  send(original);
  sea_.run_for(60'000);
  std::size_t originals = 0, copies = 0;
  for (std::size_t i = 0; i < sea_.size(); ++i)
    sea_[i].bottle().beach([&](const sdk::BottleView& view) {
      if (view.voyage != sdk::Voyage::passing) ++(view.sender == original.sender ? originals : copies);
    });
  EXPECT_EQ(originals, 3U);
  EXPECT_EQ(copies, 3U);
}

TEST(AHolder, WhoSpendsTheGasBringsABottleToNobodyFarFromIt) {
  Sea sea(14);
  VirtualHost host(sea.world.clock, 99);
  PlainCrypto crypto(host);
  Bottler creator(crypto);
  const auto spent = creator.drifted(creator.note("hello", host.now_ms()), bottle::most_gas);
  ASSERT_EQ(spent.gas, 0U);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < sea.size(); ++i)
    sea.world.courier.deliver(id_of(7), sea[i].id(), bottle::bottle_type, bottle::write_note(spent));
  sea.run_for(1'000);
  for (std::size_t i = 0; i < sea.size(); ++i) refused += sea.refused(i, Refusal::off_course);
  EXPECT_EQ(sea.finders(spent.id).size(), bottle::near_nodes);
  EXPECT_EQ(refused, sea.size() - bottle::near_nodes);
}

TEST_F(AStranger, CannotEraseWhatIsAddressedToAnother) {
  sea_[1].takes_parcels = false;
  const auto receiver = sea_[1].id();
  sea_[1].crash();
  ASSERT_EQ(sea_.cast_to(2, receiver, "for node 1"), sdk::Errc::ok);
  sea_.run_for(30'000);
  std::vector<sdk::Id> kept;
  const auto look = [&] {
    kept.clear();
    for (const auto& [place, value] : sea_[0].disk.entries)
      if (place.first == "held") std::memcpy(kept.emplace_back().b, place.second.data() + 32, 32);
  };
  look();
  ASSERT_EQ(kept.size(), 1U);
  send(bottle::taken_type, bottle::write_taken(kept));
  send(bottle::collect_type, bottle::collect_body);
  sea_.run_for(30'000);
  look();
  EXPECT_EQ(kept.size(), 1U);
  sea_[1].boot();
  EXPECT_TRUE(sea_.until([&] { return !sea_[1].parcels.empty(); }));
}

}  // namespace
}  // namespace p2pchat::test
