// SPDX-License-Identifier: MIT
// made -> start -> calls -> stop -> destroyed, and what must not be left of it.
#include "process_state.hpp"
#include "surroundings.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace p2pchat::conformance {
namespace {

constexpr const char* interfaces[] = {sdk::Transport::iid, sdk::Routing::iid, sdk::Crypto::iid, sdk::Bottle::iid,
                                      "p2pchat.store/1",   "p2pchat.ui/1",    "nobody.knows/1"};

class Life : public testing::Test {
 protected:
  /// Lets it work for a moment.
  void pass() {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    loop.call([] {});
  }
  const Subject subject;
  test::RealLoop loop;
};

TEST_F(Life, Starts_works_and_stops) {
  Lived it(loop, subject);
  const auto status = it.start();
  ASSERT_TRUE(status.ok()) << status.text;
  pass();
  it.stop();
}

TEST_F(Life, May_end_before_it_began) { Lived it(loop, subject); }

TEST_F(Life, May_stop_at_once) {
  Lived it(loop, subject);
  const auto status = it.start();
  it.stop();
  pass();  // what it had under way must not come back to what is no more
  EXPECT_TRUE(status.ok()) << status.text;
}

TEST_F(Life, Two_live_side_by_side_and_one_goes_first) {
  auto one = std::make_unique<Lived>(loop, subject);
  Lived other(loop, subject);
  const auto status = one->start();
  ASSERT_TRUE(status.ok()) << status.text;
  const auto second = other.start();
  ASSERT_TRUE(second.ok()) << "a second one in the same process: " << second.text;
  one.reset();
  pass();
  other.stop();
}

TEST_F(Life, Answers_for_what_it_claims_and_for_nothing_else) {
  Lived it(loop, subject);
  for (const auto* iid : interfaces)
    EXPECT_EQ(it.plugin().query(iid) != nullptr, subject.provides(iid)) << iid << ", as its manifest says";
}

TEST_F(Life, Leaves_no_thread_and_no_descriptor_behind) {
  { Lived first(loop, subject); }  // what the process makes once is not the plugin's
  const auto before = ProcessState::now();
  {
    Lived it(loop, subject);
    const auto status = it.start();
    ASSERT_TRUE(status.ok()) << status.text;
    pass();
  }
  auto after = ProcessState::now();
  // A thread that was joined may be listed for a moment more.
  for (int turn = 0; turn < 100 && after.threads.size() > before.threads.size(); ++turn) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    after = ProcessState::now();
  }
  EXPECT_EQ(added(before.threads, after.threads), "") << "threads that outlive `stop`";
  EXPECT_EQ(added(before.descriptors, after.descriptors), "") << "descriptors that are left open";
}

TEST_F(Life, Leaves_to_the_process_what_is_the_process_s) {
  const auto before = ProcessState::now();
  {
    Lived it(loop, subject);
    const auto status = it.start();
    ASSERT_TRUE(status.ok()) << status.text;
    pass();
    const auto during = ProcessState::now();
    EXPECT_EQ(added(during.descriptors, before.descriptors), "") << "descriptors of others that it closed";
  }
  const auto after = ProcessState::now();
  EXPECT_EQ(after.handlers, before.handlers) << "signal handlers are the host's";
  EXPECT_EQ(after.locale, before.locale) << "the locale is everybody's";
  EXPECT_EQ(after.umask, before.umask) << "the file mode mask is everybody's";
  EXPECT_EQ(after.folder, before.folder) << "the working folder is everybody's";
}

TEST_F(Life, Bears_settings_that_make_no_sense) {
  const auto& manifest = subject.reading().manifest;
  const std::string values[] = {"", "-1", "18446744073709551616", "nonsense\n\xff", std::string(65536, 'x')};
  for (std::uint32_t i = 0; i < manifest.n_settings; ++i)
    for (const auto& value : values) {
      Lived it(loop, subject, manifest.settings[i], value);
      const auto status = it.start();
      EXPECT_TRUE(status.ok() || *status.text) << manifest.settings[i] << ": it refuses to start and does not say why";
      it.stop();
    }
}

}  // namespace
}  // namespace p2pchat::conformance
