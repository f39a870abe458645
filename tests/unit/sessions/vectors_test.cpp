// SPDX-License-Identifier: MIT
#include "samples.hpp"
#include "sessions/receipt.hpp"
#include "suite.hpp"
#include "support/test_keys.hpp"

#include <wire/hex.hpp>

#include <fstream>

namespace p2pchat::test {
namespace {

/// The worked example of docs/protocol/envelope.md.
class VectorsTest : public ::testing::Test {
 protected:
  VectorsTest() {
    std::ifstream page(P2PCHAT_ENVELOPE_PAGE);
    std::string line;
    while (std::getline(page, line) && line != "```vector") {
    }
    while (std::getline(page, line) && line != "```") {
      const auto colon = line.find(": ");
      values[line.substr(0, colon)] = line.substr(colon + 2);
    }
    EXPECT_EQ(values.size(), 15u);
    envelope = {.time_ms = std::stoull(values["timestamp"]),
                .sender = *wire::id_from_hex(values["sender"]),
                .receiver = *wire::id_from_hex(values["receiver"]),
                .type = values["type"],
                .seq = std::stoull(values["seq"]),
                .sign = {},
                .body = values["body"]};
  }
  std::map<std::string, std::string> values;
  messaging::Envelope envelope;
  VirtualClock clock;
  VirtualHost node{clock};
  cipher::rsa_aes::Suite suite{node};
};

TEST_F(VectorsTest, TheSignedBytesAndTheIdFollowFromTheValues) {
  ASSERT_TRUE(suite.start().ok());
  const auto octets = messaging::signed_bytes(values["suite"], envelope);
  EXPECT_EQ(wire::to_hex(octets), values["signed bytes"]);
  sdk::Id id;
  ASSERT_TRUE(suite.digest(octets, id).ok());
  EXPECT_EQ(wire::to_hex(id), values["message id"]);
}

TEST_F(VectorsTest, TheLineIsTheEncodedEnvelopeAndDecodesToIt) {
  wire::JsonParser parser;
  messaging::Envelope read;
  ASSERT_TRUE(messaging::decode_envelope(parser, values["line"], read).ok());
  EXPECT_EQ(wire::to_hex(read.sign), values["sign"]);
  EXPECT_EQ(messaging::signed_bytes(values["suite"], read), messaging::signed_bytes(values["suite"], envelope));
  EXPECT_EQ(messaging::encode_envelope(read), values["line"]);
  EXPECT_EQ(base64(values["json"]), values["line"]);
}

TEST_F(VectorsTest, TheSignatureHoldsForTheSendersKey) {
  ASSERT_TRUE(suite.start().ok());
  const auto public_key = wire::base64_decode(values["public key"], wire::Alphabet::standard);
  ASSERT_TRUE(public_key);
  sdk::Id id;
  ASSERT_TRUE(suite.identify(*public_key, id).ok());
  EXPECT_EQ(id, envelope.sender);
  wire::JsonParser parser;
  messaging::Envelope read;
  ASSERT_TRUE(messaging::decode_envelope(parser, values["line"], read).ok());
  auto octets = messaging::signed_bytes(values["suite"], read);
  EXPECT_TRUE(suite.verify(*public_key, octets, read.sign).ok());
  octets.back() ^= 1;
  EXPECT_FALSE(suite.verify(*public_key, octets, read.sign).ok());
}

TEST_F(VectorsTest, TheReceiptIsAsWritten) {
  const messaging::Receipt receipt{.verdict = messaging::Receipt::Verdict::refused,
                                   .messages = {*wire::id_from_hex(values["message id"])},
                                   .reason = "not-a-contact"};
  EXPECT_EQ(messaging::encode_receipt(receipt), values["receipt line"]);
  EXPECT_EQ(base64(values["receipt json"]), values["receipt line"]);
}

}  // namespace
}  // namespace p2pchat::test
