// SPDX-License-Identifier: MIT
#include "mail/plugin_tables.hpp"

#include "memory_store.hpp"
#include "support/loop_serial.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::messaging {
namespace {

class TablesTest : public ::testing::Test {
 protected:
  TablesTest() { access_.open("", {}); }
  sdk::StatusFn note(std::string word) {
    return [this, word](const sdk::Status& status) { said_.push_back(status.ok() ? word : word + " failed"); };
  }
  sdk::Fn<void(const sdk::Status&, sdk::bytes)> note_value() {
    return [this](const sdk::Status& status, sdk::bytes value) {
      said_.push_back(status.ok() ? std::string(value.text()) : "nothing");
    };
  }
  static sdk::bytes octets(std::string_view text) { return sdk::bytes::of(text); }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  memory_store::MemoryStore memory_{host_};
  test::LoopSerial thread_{host_};
  StoreAccess access_{host_, thread_, memory_};
  PluginTables one_{access_, "one"}, other_{access_, "other"};
  std::vector<std::string> said_;
};

using Said = std::vector<std::string>;

TEST_F(TablesTest, OfOnePluginAreNotSeenByAnother) {
  one_.put("t", octets("key"), octets("value"), note("put"));
  one_.get("t", octets("key"), note_value());
  other_.get("t", octets("key"), note_value());
  clock_.run_for(1);
  EXPECT_EQ(said_, (Said{"put", "value", "nothing"}));
}

TEST_F(TablesTest, AnswerInTheOrderOfTheCalls) {
  one_.get("t", octets("a"), note_value());
  one_.put("t", octets("a"), octets("1"), note("put"));
  one_.get("t", octets("a"), note_value());
  one_.erase("t", octets("a"), note("erase"));
  one_.get("t", octets("a"), note_value());
  clock_.run_for(1);
  EXPECT_EQ(said_, (Said{"nothing", "put", "1", "erase", "nothing"}));
}

TEST_F(TablesTest, AreVisitedInOrderFromAKeyOnUpToALimit) {
  for (const auto* key : {"c", "a", "d", "b"}) one_.put("t", octets(key), octets(key), {});
  one_.scan(
      "t", octets("b"), 2, [this](sdk::bytes key, sdk::bytes) { said_.emplace_back(key.text()); }, note("done"));
  clock_.run_for(1);
  EXPECT_EQ(said_, (Said{"b", "c", "done"}));
}

TEST_F(TablesTest, ReportAnEntryThatIsTooLarge) {
  one_.put("t", octets("key"), octets(std::string((1 << 20) + 1, 'x')), note("put"));
  clock_.run_for(1);
  EXPECT_EQ(said_, Said{"put failed"});
}

}  // namespace
}  // namespace p2pchat::messaging
