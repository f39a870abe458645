// SPDX-License-Identifier: MIT
#include "intake.hpp"

#include "frame.hpp"
#include "worker_loop.hpp"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>

namespace p2pchat::isolation {
namespace {

/// The end that reads, and the end that somebody writes to. No link reads: only who asks.
class TakingTurns : public testing::Test {
 protected:
  TakingTurns() {
    int pair[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
    theirs_ = std::make_unique<Outlet>(pair[0], Outlet::Full::waits);
    outlet_ = std::make_shared<Outlet>(pair[1], Outlet::Full::waits);
    intake_ = std::make_shared<Intake>(outlet_, Intake::Reader{.take = [this](std::string) { return taken_(); }});
  }
  void say() { theirs_->send(Frame(Kind::call, 1).finish()); }
  static bool nothing() { return false; }
  static Intake::Limit soon() { return Intake::Clock::now() + std::chrono::milliseconds(1); }

  std::function<bool()> taken_ = [this] { return ++count_, true; };
  std::atomic<int> count_ = 0;
  std::unique_ptr<Outlet> theirs_;
  std::shared_ptr<Outlet> outlet_;
  std::shared_ptr<Intake> intake_;
};

TEST_F(TakingTurns, WhoWaitsTakesWhatComesOnItsOwnThread) {
  std::thread::id where;
  taken_ = [&] { return where = std::this_thread::get_id(), true; };
  say();
  EXPECT_TRUE(intake_->read({}, nothing));
  EXPECT_EQ(where, std::this_thread::get_id());
}

TEST_F(TakingTurns, NothingThatComesEndsWithTheLimit) {
  EXPECT_TRUE(intake_->read(soon(), nothing));
  EXPECT_EQ(count_, 0);
}

TEST_F(TakingTurns, WhatAnotherHasTakenIsNotWaitedFor) {
  EXPECT_TRUE(intake_->read({}, [] { return true; }));
}

TEST_F(TakingTurns, WhileOneReadsNobodyElseDoes) {
  bool others = true;
  taken_ = [&] { return others = std::async([this] { return intake_->read({}, nothing); }).get(), true; };
  say();
  EXPECT_TRUE(intake_->read({}, nothing));
  EXPECT_FALSE(others);
  say();
  EXPECT_TRUE(intake_->read(soon(), nothing));  // and afterwards it is free
}

TEST_F(TakingTurns, WhoRestsIsNudgedWhenReadingIsFree) {
  const int nudged = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  std::promise<void> reading, rested;
  taken_ = [&, first = true]() mutable {
    if (!std::exchange(first, false)) return ++count_, true;
    reading.set_value();
    return intake_->read_or_rest(soon(), nudged), true;  // somebody reads: this thread
  };
  say();
  std::thread other([&] {
    reading.get_future().get();
    while (count_ == 0) intake_->read_or_rest({}, nudged);
  });
  EXPECT_TRUE(intake_->read({}, nothing));
  say();
  other.join();
  EXPECT_EQ(count_, 1);
  ::close(nudged);
}

TEST_F(TakingTurns, AfterTheEndNobodyReads) {
  theirs_->close({});
  EXPECT_TRUE(intake_->read({}, nothing));
  EXPECT_TRUE(outlet_->closed());
  EXPECT_FALSE(intake_->read({}, nothing));
  intake_->close();
  EXPECT_FALSE(intake_->read({}, nothing));
}

TEST_F(TakingTurns, ALoopThatReadsStillRunsWhatIsPostedAndWhatIsDue) {
  std::promise<void> read, posted, due;
  WorkerLoop loop;
  loop.attend(intake_);
  taken_ = [&] { return read.set_value(), true; };
  say();
  read.get_future().get();
  loop.post([&] { posted.set_value(); });
  posted.get_future().get();
  loop.after(1, [&] { due.set_value(); });
  due.get_future().get();
}

TEST_F(TakingTurns, OfSeveralCallsReadAtOnceEachThreadRunsOne) {
  std::promise<void> first_runs, both;
  const auto first = first_runs.get_future().share();
  WorkerLoop loop(2);
  taken_ = [&] {
    if (++count_ == 1)
      loop.post([&] { first.wait(); });
    else
      loop.post([&] { first_runs.set_value(), both.set_value(); });
    return true;
  };
  say();
  say();
  loop.attend(intake_);
  both.get_future().get();
}

}  // namespace
}  // namespace p2pchat::isolation
