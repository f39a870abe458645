// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "judge/check.hpp"
#include "note/gas_chain.hpp"
#include "note/messages.hpp"
#include "note/note_id.hpp"
#include "note/note_text.hpp"
#include "note/signed_bytes.hpp"
#include "note/stamp.hpp"
#include "suite.hpp"
#include "wire/base64.hpp"
#include "wire/hex.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace p2pchat::test {
namespace {

using namespace bottle;

/// The worked example of docs/protocol/bottle.md, with the real suite.
class BottleVectors : public ::testing::Test {
 protected:
  BottleVectors() {
    EXPECT_TRUE(suite.start().ok());
    std::ifstream page(P2PCHAT_BOTTLE_PAGE);
    std::string line;
    while (std::getline(page, line) && line != "```vector") {
    }
    while (std::getline(page, line) && line != "```") {
      const auto colon = line.find(": ");
      values[line.substr(0, colon)] = line.substr(colon + 2);
    }
    EXPECT_EQ(values.size(), 26U);
    EXPECT_TRUE(read_note(parser, values["json"], note).ok());
    EXPECT_TRUE(read_note(parser, values["json two rounds on"], drifted).ok());
  }
  Octets message() { return signed_bytes(values["suite"], note); }
  Id id(const std::string& name) { return wire::id_from_hex(values[name]).value_or(Id{}); }
  Refusal judged(const Note& bottle, std::uint64_t now_ms) {
    Lookup lookup{.me = {}, .stamp_bits = 18, .is_blocked = {}, .is_seen = {}, .quota = {}};
    lookup.is_blocked = [](const Id&) { return false; };
    lookup.is_seen = [](const Id&, const Id&) { return false; };
    lookup.quota = [] { return Refusal::none; };
    return check(suite, bottle, now_ms, lookup);
  }

  std::map<std::string, std::string> values;
  VirtualClock clock;
  VirtualHost host{clock};
  cipher::rsa_aes::Suite suite{host};
  wire::JsonParser parser;
  Note note, drifted;
};

TEST_F(BottleVectors, TheJsonIsTheWrittenBottle) {
  EXPECT_EQ(write_note(note), values["json"]);
  EXPECT_EQ(write_note(drifted), values["json two rounds on"]);
  EXPECT_EQ(note.time_ms, std::stoull(values["timestamp"]));
  EXPECT_EQ(note.expiry_ms, std::stoull(values["expiry"]));
  EXPECT_EQ(note.body, values["body"]);
  EXPECT_EQ(note.sender, id("sender"));
  EXPECT_EQ(note.stamp, std::stoull(values["stamp"]));
  EXPECT_EQ(wire::to_hex(note.sign), values["sign"]);
  EXPECT_EQ(wire::base64_decode(values["public key"], wire::Alphabet::standard), note.key);
}

TEST_F(BottleVectors, IdSignedBytesAndStampFollowFromTheValues) {
  EXPECT_EQ(values["suite"], std::string_view(suite.suite()));
  EXPECT_EQ(note_id(suite, note.time_ms, note.body), id("bottle id"));
  EXPECT_EQ(wire::to_hex(message()), values["signed bytes"]);
  const auto digest = stamp_digest(suite, message(), note.sign);
  EXPECT_EQ(digest, id("stamp digest"));
  EXPECT_EQ(find_stamp(suite, digest, 18, 0, note.stamp + 1), note.stamp) << "the first that holds";
  Octets octets(digest.b, digest.b + 32);
  for (int shift = 56; shift >= 0; shift -= 8) octets.push_back(static_cast<std::uint8_t>(note.stamp >> shift));
  EXPECT_EQ(hash(suite, octets), id("stamped"));
}

TEST_F(BottleVectors, TheGasChainFollowsFromItsSecret) {
  for (std::uint32_t gas = 0; gas <= most_gas; ++gas)
    EXPECT_EQ(gas_token(suite, id("gas secret"), gas), id("gas token " + std::to_string(gas)));
  EXPECT_EQ(note.gas_anchor, id("gas token 0"));
  EXPECT_EQ(note.gas_token, id("gas token 5"));
  EXPECT_EQ(drifted.gas_token, id("gas token 3"));
}

TEST_F(BottleVectors, TheBottleIsTakenAtBothEndsOfItsWay) {
  EXPECT_EQ(judged(note, then_ms), Refusal::none);
  EXPECT_EQ(judged(drifted, then_ms), Refusal::none);
  EXPECT_EQ(judged(note, note.expiry_ms), Refusal::expired);
}

TEST_F(BottleVectors, AnotherSignatureWithItsOwnStampIsRefused) {
  note.sign[10] ^= 1;
  EXPECT_EQ(judged(note, then_ms), Refusal::light_stamp);
  note.stamp = find_stamp(suite, stamp_digest(suite, message(), note.sign), 18, 0, 1ULL << 30).value_or(0);
  EXPECT_EQ(judged(note, then_ms), Refusal::bad_signature);
}

TEST_F(BottleVectors, TheMessagesAreAsWritten) {
  EXPECT_EQ(wire::to_hex(reply_context(note.id)), values["reply context"]);
  const Proof proof{.bottle = note.id, .gas = drifted.gas, .gas_token = drifted.gas_token};
  const Octets sealed = {'s', 'e', 'a', 'l', 'e', 'd'};
  EXPECT_EQ(write_handled({.bottle = note.id, .of = Matter::bottle, .verdict = "ashore"}), values["handled"]);
  EXPECT_EQ(write_found({.proof = proof, .time_ms = note.time_ms + 5000}), values["found"]);
  EXPECT_EQ(write_reply({.proof = proof, .sealed = sealed}), values["reply"]);
  EXPECT_EQ(write_taken({note.id}), values["taken"]);
}

}  // namespace
}  // namespace p2pchat::test
