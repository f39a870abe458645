// SPDX-License-Identifier: MIT
#include "mail/store_access.hpp"

#include "memory_store.hpp"
#include "support/loop_serial.hpp"
#include "support/store_faults.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::messaging {
namespace {

class Access : public ::testing::Test {
 protected:
  void open() {
    access_.open("", [this](const sdk::Status& status, const std::string&) { opened_ = status; });
  }
  sdk::StatusFn note(std::string name) {
    return [this, name](const sdk::Status& status) { answers_.push_back(name + (status.ok() ? "" : " failed")); };
  }
  StoreAccess::Job put(std::string key) {
    return [key](sdk::Store& store) { return store.put("t", sdk::bytes::of(key), {}); };
  }
  bool has(const std::string& key) {
    std::string value;
    sdk::OutTo out(value);
    return memory_.get("t", sdk::bytes::of(key), out).ok();
  }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  memory_store::MemoryStore memory_{host_};
  test::StoreFaults store_{memory_};
  test::LoopSerial thread_{host_};
  StoreAccess access_{host_, thread_, store_};
  sdk::Status opened_{sdk::Errc::internal};
  std::vector<std::string> answers_;
};

using Answers = std::vector<std::string>;

TEST_F(Access, AnswersInTheOrderOfTheCalls) {
  open();
  for (const auto* name : {"a", "b", "c"}) access_.write(put(name), note(name));
  access_.read([](sdk::Store&) { return sdk::Status(); }, note("d"));
  clock_.run_for(1);
  EXPECT_TRUE(opened_.ok());
  EXPECT_EQ(answers_, (Answers{"a", "b", "c", "d"}));
}

TEST_F(Access, WaitsForTheStoreToBeOpened) {
  access_.write(put("early"), note("early"));
  clock_.run_for(1000);
  EXPECT_TRUE(answers_.empty());
  open();
  clock_.run_for(1);
  EXPECT_EQ(answers_, Answers{"early"});
}

TEST_F(Access, CommitsWhatQueuedTogetherOnce) {
  open();
  for (int i = 0; i < 500; ++i) access_.write(put(std::to_string(i)), {});
  clock_.run_for(1);
  EXPECT_EQ(store_.commits, 1);
  EXPECT_TRUE(has("499"));
}

TEST_F(Access, NeverBeginsAGroupForReadsAlone) {
  open();
  access_.read([](sdk::Store&) { return sdk::Status(); }, note("read"));
  clock_.run_for(1);
  EXPECT_EQ(store_.commits, 0);
  EXPECT_EQ(answers_, Answers{"read"});
}

TEST_F(Access, LetsAReadSeeTheWritesGivenBefore) {
  open();
  bool seen = false;
  access_.write(put("x"), {});
  access_.read(
      [&](sdk::Store& store) {
        std::string value;
        sdk::OutTo out(value);
        seen = store.get("t", sdk::bytes::of("x"), out).ok();
        return sdk::Status();
      },
      {});
  clock_.run_for(1);
  EXPECT_TRUE(seen);
}

TEST_F(Access, KeepsABadWriteFromHarmingItsNeighbours) {
  open();
  access_.write(put("before"), note("before"));
  access_.write(
      [](sdk::Store& store) {
        const auto half = store.put("t", sdk::bytes::of("half"), {});
        return half.ok() ? sdk::Status(sdk::Errc::io, "the other half failed") : half;
      },
      note("bad"));
  access_.write(put("after"), note("after"));
  clock_.run_for(1);
  EXPECT_EQ(answers_, (Answers{"before", "bad failed", "after"}));
  EXPECT_TRUE(has("before"));
  EXPECT_TRUE(has("after"));
  EXPECT_FALSE(has("half"));
}

TEST_F(Access, ReportsACommitThatFailsAndKeepsNothingOfIt) {
  open();
  store_.fail_commits = 100;
  access_.write(put("a"), note("a"));
  access_.write(put("b"), note("b"));
  clock_.run_for(1);
  EXPECT_EQ(answers_, (Answers{"a failed", "b failed"}));
  EXPECT_FALSE(has("a"));
}

TEST_F(Access, TriesTheJobsOfAFailedGroupAlone) {
  open();
  store_.fail_commits = 1;
  access_.write(put("a"), note("a"));
  access_.write(put("b"), note("b"));
  clock_.run_for(1);
  EXPECT_EQ(answers_, (Answers{"a", "b"}));
  EXPECT_EQ(store_.commits, 2);
}

TEST_F(Access, AnswersEverythingWithWhyTheStoreDidNotOpen) {
  store_.refuse_open = {sdk::Errc::busy, "another process has it"};
  open();
  access_.write(put("a"), note("a"));
  clock_.run_for(1);
  EXPECT_EQ(opened_.code, sdk::Errc::busy);
  EXPECT_EQ(answers_, Answers{"a failed"});
}

TEST_F(Access, FinishesWhatItWasGivenBeforeItCloses) {
  open();
  for (int i = 0; i < 2000; ++i) access_.write(put(std::to_string(i)), {});
  access_.write(put("last"), note("last"));
  access_.close([this] { answers_.push_back("closed"); });
  access_.write(put("late"), note("late"));
  clock_.run_for(1);
  EXPECT_EQ(answers_, (Answers{"last", "late", "closed"}));
  access_.write(put("later"), note("later"));
  clock_.run_for(1);
  EXPECT_EQ(answers_.back(), "later failed");
}

}  // namespace
}  // namespace p2pchat::messaging
