// SPDX-License-Identifier: MIT
#include "crypto_contract.hpp"

#include <utility>

namespace p2pchat::test {
namespace {

Result step(const Session& session, std::string_view message) {
  return into_sink([&](sdk::Out& out) { return session->step(bytes::of(message), out); });
}

std::string peer_of(const Session& session) {
  return into_sink([&](sdk::Out& out) { return session->peer(out); }).out;
}

TEST_P(SessionContract, TwoMeetAndKnowEachOther) {
  auto met = pair();
  EXPECT_EQ(into_sink([&](sdk::Out& out) { return met.dialling->peer(out); }).status.code, Errc::not_found);
  ASSERT_TRUE(met.meet().ok());
  EXPECT_TRUE(met.dialling->established() && met.answering->established());
  EXPECT_EQ(peer_of(met.dialling), public_key(bob));
  EXPECT_EQ(peer_of(met.answering), public_key(alice));
}

TEST_P(SessionContract, RecordsPassBothWaysInOrder) {
  auto met = pair();
  ASSERT_TRUE(met.meet().ok());
  for (int i = 0; i < 50; ++i) {
    const auto text = "words " + std::to_string(i);
    ASSERT_EQ(Pair::passed(met.dialling, met.answering, text).out, text);
    ASSERT_EQ(Pair::passed(met.answering, met.dialling, text).out, text);
  }
  EXPECT_TRUE(Pair::passed(met.dialling, met.answering, "").ok());
}

TEST_P(SessionContract, ARecordHolds256KiBAndNoMore) {
  auto met = pair();
  ASSERT_TRUE(met.meet().ok());
  const std::string largest(256 * 1024, 'x');
  EXPECT_EQ(Pair::passed(met.dialling, met.answering, largest + "x").status.code, Errc::too_large);
  EXPECT_EQ(Pair::passed(met.dialling, met.answering, largest).out, largest);
}

TEST_P(SessionContract, NoRecordPassesBeforeTheSessionStands) {
  auto met = pair();
  for (const auto* session : {&met.dialling, &met.answering}) {
    EXPECT_FALSE((*session)->established());
    EXPECT_EQ(into_sink([&](sdk::Out& out) { return (*session)->seal(bytes::of("words"), out); }).status.code,
              Errc::invalid);
  }
}

TEST_P(SessionContract, ARecordReplayedLeftOutOrChangedEndsTheSession) {
  for (const auto* harm : {"replay", "leave out", "change", "reflect"}) {
    auto met = pair();
    ASSERT_TRUE(met.meet().ok());
    const auto seal = [&](const Session& from) {
      return into_sink([&](sdk::Out& out) { return from->seal(bytes::of("words"), out); }).out;
    };
    const auto open = [&](std::string_view record) {
      return into_sink([&](sdk::Out& out) { return met.answering->open(bytes::of(record), out); }).status;
    };
    const auto first = seal(met.dialling), second = seal(met.dialling);
    const std::string_view harmful = harm;
    if (harmful != "leave out") {
      ASSERT_TRUE(open(first).ok());
    }
    const auto record = harmful == "replay"    ? first
                        : harmful == "change"  ? flipped(second, 3)
                        : harmful == "reflect" ? seal(met.answering)
                                               : second;
    EXPECT_EQ(open(record).code, Errc::bad_signature) << harm;
    EXPECT_FALSE(open(second).ok()) << harm;
  }
}

TEST_P(SessionContract, WhoIsDialledUnderAnotherIdSaysNothing) {
  auto met = pair_wanting(id_of(mallory));
  const auto hello = step(met.dialling, "");
  const auto answer = step(met.answering, hello.out);
  EXPECT_EQ(answer.status.code, Errc::refused);
  EXPECT_TRUE(answer.out.empty());
}

TEST_P(SessionContract, RubbishEndsAHandshake) {
  for (const auto& rubbish : {std::string("x"), std::string(200, '\0'), std::string(1000, 'x')}) {
    auto met = pair();
    EXPECT_EQ(step(met.answering, rubbish).status.code, Errc::bad_signature);
    const auto hello = step(met.dialling, "");
    EXPECT_FALSE(step(met.answering, hello.out).ok());
    EXPECT_EQ(step(met.dialling, rubbish).status.code, Errc::bad_signature);
    EXPECT_FALSE(met.dialling->established() || met.answering->established());
  }
}

TEST_P(SessionContract, AChangedOrRepeatedMessageLeadsToNoSession) {
  for (int victim = 0; victim < 3; ++victim)
    for (const std::string_view harm : {"change", "repeat"}) {
      auto met = pair();
      std::string message, before;
      for (int i = 0; i < 8; ++i) {
        auto next = step(i % 2 == 0 ? met.dialling : met.answering, message);
        if (!next.ok() || next.out.empty()) break;
        before = std::exchange(message, std::move(next.out));
        if (i == victim) message = harm == "change" ? flipped(message, 8 * message.size() - 60) : before;
      }
      EXPECT_FALSE(met.dialling->established() && met.answering->established()) << harm << " " << victim;
    }
}

TEST_P(SessionContract, TheSameTwoMeetUnderOtherKeysEachTime) {
  auto first = pair(), second = pair();
  ASSERT_TRUE(first.meet().ok() && second.meet().ok());
  const auto record = into_sink([&](sdk::Out& out) { return first.dialling->seal(bytes::of("words"), out); }).out;
  EXPECT_FALSE(into_sink([&](sdk::Out& out) { return second.answering->open(bytes::of(record), out); }).ok());
}

}  // namespace
}  // namespace p2pchat::test
