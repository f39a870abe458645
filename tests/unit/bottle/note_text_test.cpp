// SPDX-License-Identifier: MIT
#include "note/note_text.hpp"

#include "bottler.hpp"

#include <gtest/gtest.h>

#include <random>

namespace p2pchat::test {
namespace {

using namespace bottle;

class NoteText : public ::testing::Test {
 protected:
  VirtualClock clock;
  VirtualHost host{clock};
  PlainCrypto crypto{host};
  Bottler creator{crypto};
  wire::JsonParser parser;

  Note sample() {
    auto note = creator.note("有人在听吗？", then_ms);
    note.nearest = {{id_of(1), "203.0.113.7", 12476}, {id_of(2), "2001:db8::1", 1}, {id_of(3), "", 0}};
    return note;
  }
  sdk::Errc read(std::string_view text) {
    Note note;
    return read_note(parser, text, note).code;
  }
  /// The sample with one piece of its text replaced.
  std::string with(std::string_view from, std::string_view to) {
    auto text = write_note(sample());
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
  }
  /// The sample with another value, quotes included, of one member.
  std::string with_member(const std::string& name, std::string_view value) {
    auto text = write_note(sample());
    const auto at = text.find('"' + name + "\":") + name.size() + 3;
    const auto end = text[at] == '[' ? text.find(']', at) + 1 : text.find_first_of(",}", at);
    return text.replace(at, end - at, value);
  }
};

TEST_F(NoteText, IsReadBackAsItWasWritten) {
  auto addressed = sample();
  addressed.receiver = id_of(4), addressed.body = "c2VhbGVk";
  auto bare = creator.note("\"\\\n\t\x01 \xf0\x9f\x90\x9a", then_ms);
  bare.gas = 0, bare.stamp = ~0ULL;
  for (const auto& note : {sample(), addressed, bare}) {
    Note again;
    ASSERT_TRUE(read_note(parser, write_note(note), again).ok()) << write_note(note);
    EXPECT_EQ(again, note);
    EXPECT_EQ(write_note(again), write_note(note));
  }
}

TEST_F(NoteText, NothingOfTheNoteReadBeforeRemains) {
  Note note;
  ASSERT_TRUE(read_note(parser, write_note(sample()), note).ok());
  const auto other = creator.note("another", then_ms + 1);
  ASSERT_TRUE(read_note(parser, write_note(other), note).ok());
  EXPECT_EQ(note, other);
}

TEST_F(NoteText, MissingUnknownAndDoubledMembersAreRefused) {
  const auto whole = write_note(sample());
  ASSERT_EQ(read(whole), sdk::Errc::ok);
  for (const auto* name : {"timestamp", "bottleId", "gas", "sender", "receiver", "sign", "body", "nearestPeerIdList",
                           "expiry", "gasAnchor", "gasToken", "stamp", "key"}) {
    const auto member = '"' + std::string(name) + "\":";
    EXPECT_EQ(read(with(member, "\"other\":")), sdk::Errc::malformed) << name;
    const auto at = whole.find(member);
    auto twice = whole;
    EXPECT_EQ(read(twice.insert(at, member + "\"1\",")), sdk::Errc::malformed) << name;
    EXPECT_EQ(read(with_member(name, "null")), sdk::Errc::malformed) << name;
    EXPECT_EQ(read(with_member(name, "true")), sdk::Errc::malformed) << name;
    EXPECT_EQ(read(with_member(name, "{}")), sdk::Errc::malformed) << name;
  }
  EXPECT_EQ(read(with("{", "{\"more\":1,")), sdk::Errc::malformed);
}

TEST_F(NoteText, WhatIsNoObjectIsRefused) {
  const auto whole = write_note(sample());
  for (const auto& text : {std::string(), std::string("[]"), std::string("null"), std::string("{}"), whole + "{}",
                           whole.substr(0, whole.size() - 1), "[" + whole + "]", std::string(5000, '[')})
    EXPECT_EQ(read(text), sdk::Errc::malformed) << text;
}

TEST_F(NoteText, ValuesHaveOneFormEach) {
  const std::string hex(64, 'a');
  const auto refused = [&](const char* name, std::initializer_list<std::string> values) {
    for (const auto& value : values) EXPECT_EQ(read(with_member(name, value)), sdk::Errc::malformed) << name << value;
  };
  for (const auto* time : {"timestamp", "expiry"})
    refused(time, {"1763923200123", "\"\"", "\"0\"", "\"999999999999\"", "\"10000000000000\"", "\"01763923200123\"",
                   "\"+763923200123\"", "\" 176392320012\"", "\"1763923200123.\"", "\"17639232001a3\""});
  refused("gas", {"\"5\"", "6", "-1", "5.0", "5.5", "1e0", "18446744073709551616", "[]"});
  for (const auto* id : {"bottleId", "sender", "gasAnchor", "gasToken"})
    refused(id, {"\"\"", '"' + hex.substr(1) + '"', '"' + hex + "a\"", '"' + std::string(64, 'A') + '"', "7",
                 '"' + std::string(64, 'g') + '"'});
  refused("receiver", {'"' + std::string(64, '0') + '"', "\"a\"", "0", '"' + std::string(64, 'A') + '"'});
  refused("stamp", {"7", "\"\"", "\"-1\"", "\"07\"", "\"18446744073709551616\"", "\"7 \""});
  for (const auto* octets : {"sign", "key"}) refused(octets, {"\"\"", "\"A\"", "\"AA=\"", "\"AB==\"", "\"A-A=\"", "1"});
  refused("body", {"\"\"", "7", "\"\\ud800\"", "\"\xff\""});
}

TEST_F(NoteText, ABottleToItsOwnSenderIsRefused) {
  auto note = sample();
  note.receiver = note.sender, note.body = "AAAA";
  EXPECT_EQ(read(write_note(note)), sdk::Errc::malformed);
}

TEST_F(NoteText, AnAddressedBodyIsBase64) {
  auto note = sample();
  note.receiver = id_of(4);
  EXPECT_EQ(read(write_note(note)), sdk::Errc::malformed);
  note.body = "AB==";
  EXPECT_EQ(read(write_note(note)), sdk::Errc::malformed) << "its unused bits are not zero";
}

TEST_F(NoteText, ABodyHoldsAThousandCharactersWhateverTheirSize) {
  for (const std::string character : {"a", "é", "吗", "\xf0\x9f\x90\x9a", "\x01"}) {
    auto note = sample();
    note.body.clear();
    for (int i = 0; i < 1000; ++i) note.body += character;
    EXPECT_EQ(read(write_note(note)), sdk::Errc::ok);
    EXPECT_TRUE(is_drift_body(note.body));
    note.body += character;
    EXPECT_EQ(read(write_note(note)), sdk::Errc::too_large);
    EXPECT_FALSE(is_drift_body(note.body));
  }
  EXPECT_FALSE(is_drift_body(""));
  EXPECT_FALSE(is_drift_body("\xff"));
}

TEST_F(NoteText, AnAddressedBodyHolds24KiBAndTheWhole32) {
  auto note = sample();
  note.receiver = id_of(4);
  note.body = std::string(most_addressed_body, 'A');
  EXPECT_EQ(read(write_note(note)), sdk::Errc::ok);
  note.body += "AAAA";
  EXPECT_EQ(read(write_note(note)), sdk::Errc::too_large);
  const auto text = write_note(sample());
  EXPECT_EQ(read(text + std::string(most_note - text.size(), ' ')), sdk::Errc::ok);
  EXPECT_EQ(read(text + std::string(most_note - text.size() + 1, ' ')), sdk::Errc::too_large);
}

TEST_F(NoteText, SignatureAndKeyAreBounded) {
  auto note = sample();
  note.sign = Octets(3072, 1), note.key = Octets(1024, 1);
  EXPECT_EQ(read(write_note(note)), sdk::Errc::ok);
  note.sign.push_back(1);
  EXPECT_EQ(read(write_note(note)), sdk::Errc::malformed);
  note.sign.pop_back(), note.key.push_back(1);
  EXPECT_EQ(read(write_note(note)), sdk::Errc::malformed);
}

TEST_F(NoteText, TheListNamesFiveNodesAtMostAndEachOnce) {
  auto note = sample();
  note.nearest.clear();
  for (unsigned i = 0; i < 5; ++i) note.nearest.push_back({id_of(i), "203.0.113.7", 7});
  EXPECT_EQ(read(write_note(note)), sdk::Errc::ok);
  note.nearest.push_back({id_of(5), "203.0.113.7", 7});
  EXPECT_EQ(read(write_note(note)), sdk::Errc::too_large);
  note.nearest.resize(2);
  note.nearest[1].id = note.nearest[0].id;
  EXPECT_EQ(read(write_note(note)), sdk::Errc::malformed);
}

TEST_F(NoteText, AnEntryOfTheListHasOneForm) {
  const auto entry = [](std::string ip, std::string port) {
    return "[{\"peerId\":\"" + std::string(64, 'a') + "\",\"peerIP\":" + ip + ",\"peerPort\":" + port + "}]";
  };
  const auto list = [&](const std::string& value) { return read(with_member("nearestPeerIdList", value)); };
  for (const auto* ip : {"\"203.0.113.7\"", "\"127.0.0.1\"", "\"::1\"", "\"2001:db8::1\""})
    EXPECT_EQ(list(entry(ip, "\"12476\"")), sdk::Errc::ok) << ip;
  EXPECT_EQ(list(entry("\"\"", "\"0\"")), sdk::Errc::ok);
  EXPECT_EQ(list("[]"), sdk::Errc::ok);
  for (const auto* ip : {"\"\"", "\"203.0.113.07\"", "\"203.0.113\"", "\"2001:DB8::1\"", "\"2001:db8:0:0::1\"",
                         "\"::ffff:1.2.3.4\"", "\"host\"", "\"1.2.3.4 \"", "\"[::1]\"", "\"fe80::1%eth0\"", "1"})
    EXPECT_EQ(list(entry(ip, "\"12476\"")), sdk::Errc::malformed) << ip;
  for (const auto* port : {"\"0\"", "\"65536\"", "12476", "\"\"", "\"-1\"", "\"012\""})
    EXPECT_EQ(list(entry("\"203.0.113.7\"", port)), sdk::Errc::malformed) << port;
  for (const auto* value : {"{}", "\"\"", "[1]", "[[]]", "[{}]", "[null]", "[{\"peerId\":\"a\"}]"})
    EXPECT_EQ(list(value), sdk::Errc::malformed) << value;
}

TEST_F(NoteText, NoDamageOfAnOctetIsReadAsTheSameNote) {
  const auto note = sample();
  const auto good = write_note(note);
  std::mt19937 random(3);
  for (std::size_t at = 0; at < good.size(); ++at) {
    auto bad = good;
    bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 8));
    Note damaged;
    const bool is_read = read_note(parser, bad, damaged).ok();
    EXPECT_FALSE(is_read && damaged == note) << at;
  }
}

}  // namespace
}  // namespace p2pchat::test
