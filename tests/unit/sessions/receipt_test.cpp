// SPDX-License-Identifier: MIT
#include "sessions/receipt.hpp"

#include "samples.hpp"

#include <wire/hex.hpp>

namespace p2pchat::test {
namespace {

using messaging::Receipt;

const std::string id_hex(64, 'c');

sdk::Errc outcome_of(const std::string& json, Receipt& receipt) {
  wire::JsonParser parser;
  return messaging::decode_receipt(parser, base64(json), receipt).code;
}

sdk::Errc outcome_of(const std::string& json) {
  Receipt receipt;
  return outcome_of(json, receipt);
}

TEST(Receipt, ComesBackAsItWas) {
  for (auto verdict : {Receipt::Verdict::delivered, Receipt::Verdict::read, Receipt::Verdict::refused}) {
    Receipt receipt{
        .verdict = verdict, .messages = std::vector<sdk::Id>(512, *wire::id_from_hex(id_hex)), .reason = {}};
    receipt.messages[511].b[0] = 1;
    if (verdict == Receipt::Verdict::refused) receipt.reason = "not-a-contact";
    wire::JsonParser parser;
    Receipt read;
    ASSERT_TRUE(messaging::decode_receipt(parser, messaging::encode_receipt(receipt), read).ok());
    EXPECT_EQ(read.verdict, verdict);
    EXPECT_EQ(read.messages, receipt.messages);
    EXPECT_EQ(read.reason, receipt.reason);
  }
}

TEST(Receipt, AnEnvelopeIsSomethingElse) {
  wire::JsonParser parser;
  Receipt receipt;
  EXPECT_EQ(messaging::decode_receipt(parser, messaging::encode_envelope({}), receipt).code, sdk::Errc::not_found);
  EXPECT_EQ(messaging::decode_receipt(parser, "", receipt).code, sdk::Errc::not_found);
  EXPECT_EQ(outcome_of(R"({"messages":[],"receipt":"read"})"), sdk::Errc::not_found);
}

TEST(Receipt, RefusesWhatIsNotExactlyAReceipt) {
  const auto ids = R"("messages":[")" + id_hex + R"("])";
  std::string many = "\"messages\":[\"" + id_hex + '"';
  for (int i = 0; i < 512; ++i) many += ",\"" + id_hex + '"';
  many += ']';
  const std::vector<std::string> cases = {
      R"({"receipt":"read"})",
      R"({"receipt":"read","messages":[]})",
      R"({"receipt":"read","messages":"x"})",
      R"({"receipt":"read","messages":[1]})",
      R"({"receipt":"read","messages":["C"]})",
      R"({"receipt":"read","messages":[["x"]]})",
      R"({"receipt":"read",)" + many + "}",
      R"({"receipt":"seen",)" + ids + "}",
      R"({"receipt":"",)" + ids + "}",
      R"({"receipt":"read",)" + ids + R"(,"reason":"x"})",
      R"({"receipt":"refused",)" + ids + "}",
      R"({"receipt":"refused",)" + ids + R"(,"reason":""})",
      R"({"receipt":"refused",)" + ids + R"(,"reason":5})",
      R"({"receipt":"refused",)" + ids + R"(,"reason":"Not now"})",
      R"({"receipt":"refused",)" + ids + R"(,"reason":")" + std::string(41, 'a') + R"("})",
      R"({"receipt":"read",)" + ids + R"(,"extra":"x"})",
      R"({"receipt":"read","receipt":"read",)" + ids + "}",
      R"({"receipt":"read",)" + ids,
  };
  for (auto& json : cases) EXPECT_EQ(outcome_of(json), sdk::Errc::malformed) << json;
  EXPECT_EQ(outcome_of(R"({"receipt":"read",)" + ids + "}"), sdk::Errc::ok);
}

TEST(Receipt, ReadingReplacesWhatWasThere) {
  Receipt receipt{.verdict = Receipt::Verdict::refused, .messages = std::vector<sdk::Id>(9), .reason = "old"};
  ASSERT_EQ(outcome_of(R"({"receipt":"read","messages":[")" + id_hex + R"("]})", receipt), sdk::Errc::ok);
  EXPECT_EQ(receipt.messages.size(), 1u);
  EXPECT_EQ(receipt.reason, "");
}

}  // namespace
}  // namespace p2pchat::test
