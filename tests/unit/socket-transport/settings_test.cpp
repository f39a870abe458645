// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::socket_transport {
namespace {

struct Reading {
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  Settings settings;
  sdk::Status read() { return read_settings(host, settings); }
};

TEST(Settings, HaveDefaults) {
  Reading reading;
  EXPECT_TRUE(reading.read().ok());
  EXPECT_TRUE(reading.settings.listen.empty());
  EXPECT_EQ(reading.settings.max_frame, 256u * 1024 + 64);
  EXPECT_EQ(reading.settings.queue_limit, 4u << 20);
}

TEST(Settings, AreRead) {
  Reading reading;
  reading.host.set("listen", "0.0.0.0:1\n[::]:1");
  reading.host.set("max_frame", "1024");
  reading.host.set("queue_limit", "2048");
  EXPECT_TRUE(reading.read().ok());
  ASSERT_EQ(reading.settings.listen.size(), 2u);
  EXPECT_EQ(to_text(reading.settings.listen[1]), "[::]:1");
  EXPECT_EQ(reading.settings.max_frame, 1'024u);
  EXPECT_EQ(reading.settings.queue_limit, 2'048u);
}

TEST(Settings, OfFramesLargerThanTheQueueMakeTheQueueLarger) {
  Reading reading;
  reading.host.set("max_frame", "8388608");
  EXPECT_TRUE(reading.read().ok());
  EXPECT_EQ(reading.settings.queue_limit, 8'388'612u);
}

TEST(Settings, ThatAreWrongNameTheKeyAndWhatItMayBe) {
  const std::pair<const char*, const char*> wrong[] = {
      {"max_frame", "1023"}, {"max_frame", "16777217"}, {"max_frame", "many"},         {"max_frame", "-1"},
      {"max_frame", "1e6"},  {"queue_limit", "262211"}, {"queue_limit", "99999999999"}};
  for (const auto& [key, value] : wrong) {
    Reading reading;
    reading.host.set(key, value);
    const auto status = reading.read();
    EXPECT_EQ(status.code, sdk::Errc::invalid) << key << value;
    EXPECT_NE(std::string_view(status.text).find(key), std::string_view::npos) << status.text;
  }
  Reading reading;
  reading.host.set("listen", "0.0.0.0:1\nlocalhost:1");
  const auto status = reading.read();
  EXPECT_EQ(status.code, sdk::Errc::invalid);
  EXPECT_NE(std::string_view(status.text).find("localhost:1"), std::string_view::npos) << status.text;
}

}  // namespace
}  // namespace p2pchat::socket_transport
