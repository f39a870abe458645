// SPDX-License-Identifier: MIT
#include "ed25519_suite.hpp"
#include "messages.hpp"
#include "support/test_keys.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

#include <fstream>

namespace p2pchat::test {
namespace {

using namespace lan_bottle;

/// The worked example of docs/protocol/lan-bottle.md, with a real suite.
class LanBottleVectors : public ::testing::Test {
 protected:
  LanBottleVectors() {
    EXPECT_TRUE(suite.start().ok());
    std::ifstream page(P2PCHAT_LAN_BOTTLE_PAGE);
    std::string line;
    while (std::getline(page, line) && line != "```vector") {
    }
    while (std::getline(page, line) && line != "```") {
      const auto colon = line.find(": ");
      values[line.substr(0, colon)] = line.substr(colon + 2);
    }
    EXPECT_EQ(values.size(), 10U);
  }

  std::map<std::string, std::string> values;
  VirtualClock clock;
  VirtualHost host{clock};
  cipher::ed25519::Suite suite{host};
  wire::JsonParser parser;
};

TEST_F(LanBottleVectors, FollowFromTheKeyAndTheWords) {
  sdk::Status why;
  auto* key = suite.read(sdk::bytes::of(ed25519_key_file(0)), "", why);
  ASSERT_TRUE(key) << why.text;
  Note note{.id = {}, .sender = {}, .receiver = {}, .time_ms = 1'763'923'200'123, .expiry_ms = 1'764'528'000'123};
  std::memset(note.salt.b, 0x5a, sizeof note.salt.b);
  note.body = "有人在听吗？";
  sdk::OutTo key_out(note.key), sign_out(note.sign);
  ASSERT_TRUE(key->public_key(key_out).ok());
  ASSERT_TRUE(suite.identify(note.key, note.sender).ok());
  note.id = note_id(suite, note);
  const auto octets = signed_bytes(std::string_view(suite.suite()), note.id);
  ASSERT_TRUE(key->sign(octets, sign_out).ok());
  key->destroy();
  EXPECT_EQ(values["suite"], std::string_view(suite.suite()));
  EXPECT_EQ(values["sender"], wire::to_hex(note.sender));
  EXPECT_EQ(values["id"], wire::to_hex(note.id));
  EXPECT_EQ(values["signed bytes"], wire::to_hex(octets));
  EXPECT_EQ(values["sign"], wire::to_hex(note.sign));
  EXPECT_EQ(values["note"], write_note(note));
  EXPECT_EQ(values["reply context"], wire::to_hex(reply_context(note.id)));
  EXPECT_EQ(values["word"], write_word({note.id, Matter::note, "ashore"}));
  EXPECT_EQ(values["news"], write_news({note.id, 1'763'923'205'123, {}}));
  EXPECT_EQ(values["answer"], write_news({note.id, 1'763'923'205'123, {'s', 'e', 'a', 'l', 'e', 'd'}}));
}

TEST_F(LanBottleVectors, AreReadAndTheSignatureHolds) {
  auto note = read_note(parser, values["note"]);
  ASSERT_TRUE(note);
  note->id = note_id(suite, *note);
  EXPECT_TRUE(suite.verify(note->key, signed_bytes(values["suite"], note->id), note->sign).ok());
  EXPECT_EQ(read_news(parser, values["answer"])->sealed.size(), 6U);
}

}  // namespace
}  // namespace p2pchat::test
