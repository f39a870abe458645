// SPDX-License-Identifier: MIT
#include "sessions/envelope.hpp"

#include "samples.hpp"

#include <wire/hex.hpp>

namespace p2pchat::test {
namespace {

using messaging::Envelope;

const std::string id_a(64, 'a'), id_b = std::string(63, '0') + "b";

/// The seven members as JSON values, so that a test can spoil one.
struct Members {
  std::string timestamp = R"("1763923200123")", sender = '"' + id_a + '"', receiver = '"' + id_b + '"',
              type = R"("text")", seq = R"("42")", sign = R"("AAEC")", body = R"("你好")", more;
  std::string line() const {
    return base64(R"({"timestamp":)" + timestamp + R"(,"sender":)" + sender + R"(,"receiver":)" + receiver +
                  R"(,"type":)" + type + R"(,"seq":)" + seq + R"(,"sign":)" + sign + R"(,"body":)" + body + more + "}");
  }
};

sdk::Errc decode(const std::string& line) {
  wire::JsonParser parser;
  Envelope envelope;
  return messaging::decode_envelope(parser, line, envelope).code;
}

TEST(Envelope, ComesBackAsItWas) {
  Envelope envelope{.time_ms = UINT64_MAX,
                    .sender = *wire::id_from_hex(id_a),
                    .receiver = *wire::id_from_hex(id_b),
                    .type = "vendor.name-1_x",
                    .seq = 7,
                    .sign = {1, 2, 255},
                    .body = "\"\\\n\t\x01 你好 🙂"};
  wire::JsonParser parser;
  Envelope read;
  const auto line = messaging::encode_envelope(envelope);
  ASSERT_TRUE(messaging::decode_envelope(parser, line, read).ok());
  EXPECT_EQ(read.time_ms, envelope.time_ms);
  EXPECT_EQ(read.sender, envelope.sender);
  EXPECT_EQ(read.receiver, envelope.receiver);
  EXPECT_EQ(read.type, envelope.type);
  EXPECT_EQ(read.seq, envelope.seq);
  EXPECT_EQ(read.sign, envelope.sign);
  EXPECT_EQ(read.body, envelope.body);
  EXPECT_EQ(messaging::encode_envelope(read), line);
}

TEST(Envelope, TheSampleIsAccepted) { EXPECT_EQ(decode(Members().line()), sdk::Errc::ok); }

TEST(Envelope, RefusesEachMemberThatIsNotAsWritten) {
  struct Case {
    std::string Members::*member;
    std::string value;
  };
  const std::vector<Case> cases = {
      {&Members::timestamp, R"("01")"},
      {&Members::timestamp, R"("-1")"},
      {&Members::timestamp, R"("+1")"},
      {&Members::timestamp, R"(" 1")"},
      {&Members::timestamp, R"("1 ")"},
      {&Members::timestamp, R"("1e3")"},
      {&Members::timestamp, R"("0x1")"},
      {&Members::timestamp, R"("")"},
      {&Members::timestamp, R"("18446744073709551616")"},
      {&Members::timestamp, "1763923200123"},
      {&Members::sender, '"' + std::string(64, 'A') + '"'},
      {&Members::sender, '"' + std::string(63, 'a') + '"'},
      {&Members::sender, '"' + std::string(65, 'a') + '"'},
      {&Members::sender, '"' + std::string(63, 'a') + "g\""},
      {&Members::sender, "[]"},
      {&Members::receiver, R"("")"},
      {&Members::receiver, "true"},
      {&Members::type, R"("")"},
      {&Members::type, R"("Text")"},
      {&Members::type, R"("a b")"},
      {&Members::type, R"("é")"},
      {&Members::type, '"' + std::string(41, 'a') + '"'},
      {&Members::type, "{}"},
      {&Members::seq, R"("0")"},
      {&Members::seq, R"("042")"},
      {&Members::seq, "42"},
      {&Members::sign, R"("")"},
      {&Members::sign, R"("AAE")"},
      {&Members::sign, R"("AAF=")"},
      {&Members::sign, R"("AA EC")"},
      {&Members::sign, R"("AA-_")"},
      {&Members::sign, '"' + std::string(4100, 'A') + '"'},
      {&Members::body, "5"},
      {&Members::body, "null"},
      {&Members::body, R"({"a":{"b":{"c":{}}}})"},
      {&Members::body, "\"\xc3\x28\""},
      {&Members::body, R"("\ud800")"},
      {&Members::more, R"(,"body":"again")"},
      {&Members::more, R"(,"extra":"x")"},
      {&Members::more, "}"},
  };
  for (auto& [member, value] : cases) {
    Members members;
    members.*member = value;
    EXPECT_EQ(decode(members.line()), sdk::Errc::malformed) << value;
  }
}

TEST(Envelope, RefusesAMissingMember) {
  for (auto name : {"timestamp", "sender", "receiver", "type", "seq", "sign", "body"}) {
    std::string json = R"({"filler":"x")";
    for (auto other : {"timestamp", "sender", "receiver", "type", "seq", "sign", "body"}) {
      const std::string value = std::string(other) == "sender" || std::string(other) == "receiver" ? id_a
                                : std::string(other) == "sign"                                     ? "AAEC"
                                                                                                   : "1";
      if (std::string(name) != other) json += ",\"" + std::string(other) + "\":\"" + value + "\"";
    }
    EXPECT_EQ(decode(base64(json + "}")), sdk::Errc::malformed) << name;
  }
}

TEST(Envelope, RefusesLinesThatAreNotCanonicalBase64) {
  const auto line = Members().line();
  for (const auto& bad :
       {std::string(), line + "\n", " " + line, line.substr(0, line.size() - 1), line + "AAAA", line + "="})
    EXPECT_EQ(decode(bad), sdk::Errc::malformed) << bad;
}

TEST(Envelope, AcceptsExactlySixtyFourKibibytesOfBody) {
  Members members;
  members.body = '"' + std::string(messaging::max_body, 'x') + '"';
  EXPECT_EQ(decode(members.line()), sdk::Errc::ok);
  members.body = '"' + std::string(messaging::max_body + 1, 'x') + '"';
  EXPECT_EQ(decode(members.line()), sdk::Errc::too_large);
}

TEST(Envelope, ALineOverTheLimitIsTooLargeBeforeItIsRead) {
  EXPECT_EQ(decode(std::string(messaging::max_line + 1, '?')), sdk::Errc::too_large);
  EXPECT_EQ(decode(std::string(messaging::max_line, '?')), sdk::Errc::malformed);
}

TEST(Envelope, SignedBytesDependOnEveryValueAndNotOnTheText) {
  const Envelope envelope{.time_ms = 1,
                          .sender = *wire::id_from_hex(id_a),
                          .receiver = *wire::id_from_hex(id_b),
                          .type = "text",
                          .seq = 2,
                          .sign = {},
                          .body = "body"};
  const auto base = messaging::signed_bytes("suite", envelope);
  std::vector<std::vector<std::uint8_t>> others = {messaging::signed_bytes("suitf", envelope)};
  auto changed = [&](auto change) {
    auto copy = envelope;
    change(copy);
    others.push_back(messaging::signed_bytes("suite", copy));
  };
  changed([](Envelope& e) { ++e.time_ms; });
  changed([](Envelope& e) { e.sender.b[31] ^= 1; });
  changed([](Envelope& e) { e.receiver.b[0] ^= 1; });
  changed([](Envelope& e) { e.type = "texu"; });
  changed([](Envelope& e) { e.type = "tex", e.body = "tbody"; });
  changed([](Envelope& e) { ++e.seq; });
  changed([](Envelope& e) { e.body += '\0'; });
  for (auto& other : others) EXPECT_NE(other, base);
  auto signed_differently = envelope;
  signed_differently.sign = {9};
  EXPECT_EQ(messaging::signed_bytes("suite", signed_differently), base);
}

}  // namespace
}  // namespace p2pchat::test
