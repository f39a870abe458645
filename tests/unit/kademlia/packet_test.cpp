// SPDX-License-Identifier: MIT
#include "packet.hpp"

#include "wire/base64.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace p2pchat::kademlia {
namespace {

Octets octets(std::size_t count, std::uint8_t first = 0) {
  Octets made(count);
  for (std::size_t i = 0; i < count; ++i) made[i] = static_cast<std::uint8_t>(first + i);
  return made;
}

template <class Array>
Array array(std::uint8_t first) {
  Array made;
  for (std::size_t i = 0; i < made.size(); ++i) made[i] = static_cast<std::uint8_t>(first + i);
  return made;
}

Id id(std::uint8_t first) {
  Id made;
  for (auto& octet : made.b) octet = first++;
  return made;
}

std::vector<Contact> contacts(std::size_t count, const char* prefix, const char* suffix) {
  std::vector<Contact> made;
  for (std::size_t i = 0; i < count; ++i)
    made.push_back({id(static_cast<std::uint8_t>(i)), *parse_address(prefix + std::to_string(i + 1) + suffix)});
  return made;
}

std::string datagram(const Packet& packet) {
  const bool tagged = packet.kind != Kind::hello && packet.kind != Kind::retry;
  return to_datagram(text_of(packet), tagged ? view(array<Tag>(9)) : sdk::bytes());
}

std::optional<Received> read(const std::string& text) {
  wire::JsonParser parser;
  return from_datagram(parser, sdk::bytes::of(text));
}

/// Reads a packet given as JSON text.
std::optional<Received> read_json(std::string_view json) {
  std::string text;
  wire::base64_encode(wire::octets_of(json), wire::Alphabet::url, text);
  return read(text);
}

/// One full packet of each kind.
std::vector<Packet> examples() {
  const auto i = array<Token>(1), y = array<Token>(50);
  return {
      {.kind = Kind::ping, .request = i, .session = y, .sender = id(7)},
      {.kind = Kind::pong, .request = i},
      {.kind = Kind::find_node, .request = i, .session = y, .target = id(9)},
      {.kind = Kind::nodes, .request = i, .contacts = contacts(12, "5.6.7.", ":12476")},
      {.kind = Kind::hello,
       .request = i,
       .sender = id(7),
       .target = id(9),
       .share = octets(32),
       .held = octets(8),
       .cookie = octets(16)},
      {.kind = Kind::welcome, .request = i, .session = y, .delegation = octets(572), .flags = 3},
      {.kind = Kind::welcome, .request = i, .session = y, .delegation = octets(500), .part = {2, 3}, .flags = 3},
      {.kind = Kind::retry, .request = i, .cookie = octets(16)},
      {.kind = Kind::store,
       .request = i,
       .session = y,
       .target = id(9),
       .held = octets(8),
       .record = octets(504),
       .part = {2, 8}},
      {.kind = Kind::stored, .request = i, .flags = 1},
      {.kind = Kind::get, .request = i, .session = y, .target = id(9), .flags = 7},
      {.kind = Kind::record, .request = i, .record = octets(504), .part = {2, 8}},
      {.kind = Kind::call, .request = i, .session = y, .cookie = octets(16)},
      {.kind = Kind::ping, .request = i, .session = y, .sender = id(7), .flags = 7},
      {.kind = Kind::pong, .request = i, .seen = parse_address("5.6.7.8:12476"), .flags = 3},
      {.kind = Kind::pong, .request = i, .seen = parse_address("[2001:db8::1]:12476")},
  };
}

TEST(Packet, OfEachKindIsReadBackAsItWasWritten) {
  for (const auto& packet : examples()) {
    const auto received = read(datagram(packet));
    ASSERT_TRUE(received) << text_of(packet);
    const auto& got = received->packet;
    EXPECT_EQ(got.kind, packet.kind);
    EXPECT_EQ(got.request, packet.request);
    EXPECT_EQ(got.session, packet.session);
    EXPECT_EQ(got.sender, packet.sender);
    EXPECT_EQ(got.target, packet.target);
    EXPECT_EQ(got.share, packet.share);
    EXPECT_EQ(got.held, packet.held);
    EXPECT_EQ(got.cookie, packet.cookie);
    EXPECT_EQ(got.seen, packet.seen);
    EXPECT_EQ(got.delegation, packet.delegation);
    EXPECT_EQ(got.record, packet.record);
    EXPECT_EQ(got.part.number, packet.part.number);
    EXPECT_EQ(got.part.of, packet.part.of);
    EXPECT_EQ(got.contacts, packet.contacts);
    EXPECT_EQ(got.flags, packet.flags);
  }
}

TEST(Packet, SizesAreThoseOfTheProtocolPage) {
  const auto packets = examples();
  std::vector<std::size_t> sizes;
  for (const auto& packet : packets) sizes.push_back(datagram(packet).size());
  EXPECT_EQ(sizes, (std::vector<std::size_t>{188, 91, 188, 911, 768, 1156, 1042, 91, 1131, 99, 196, 1010, 160, 196, 119,
                                             132}));
  for (auto size : sizes) EXPECT_LE(size, max_datagram);
}

TEST(Packet, TwelveContactsOfEitherFamilyFit) {
  EXPECT_LE(datagram({.kind = Kind::nodes, .contacts = contacts(12, "255.255.255.", ":65535")}).size(), max_datagram);
  EXPECT_LE(datagram({.kind = Kind::nodes, .contacts = contacts(12, "[2001:db8::", "]:65535")}).size(), max_datagram);
}

TEST(Packet, MixedFamiliesKeepEveryContact) {
  auto both = contacts(3, "5.6.7.", ":1");
  for (const auto& contact : contacts(3, "[2001:db8::", "]:2")) both.push_back(contact);
  const auto received = read(datagram({.kind = Kind::nodes, .contacts = both}));
  ASSERT_TRUE(received);
  EXPECT_EQ(received->packet.contacts, both);
}

TEST(Packet, TheTagCoversTheTextBeforeIt) {
  const auto received = read(datagram(examples()[0]));
  ASSERT_TRUE(received && received->tag);
  EXPECT_EQ(received->text, text_of(examples()[0]));
  EXPECT_EQ(*received->tag, array<Tag>(9));
}

TEST(Packet, ATagThatIsNotLastIsRefused) {
  auto text = text_of(examples()[1]);
  EXPECT_TRUE(read_json(text + R"(,"m":"CQoLDA0ODxAREhMUFRYXGA"})"));
  EXPECT_FALSE(read_json(text.insert(1, R"("m":"CQoLDA0ODxAREhMUFRYXGA",)") + "}"));
}

TEST(Packet, OtherFormsAreRefused) {
  const std::string i = R"("i":"AQIDBAUGBwgJCgsM")", head = R"({"v":1,"t":"rt",)";
  EXPECT_TRUE(read_json(head + i + "}"));
  const std::vector<std::string> others = {
      "",
      "{}",
      "[]",
      "null",
      head + "}",
      head + i,
      head + i + R"(,"x":"AAAAAAAAAAA"})",  // no member of a RETRY
      R"({"v":2,"t":"rt",)" + i + "}",
      R"({"v":"1","t":"rt",)" + i + "}",
      R"({"t":"rt",)" + i + "}",
      R"({"v":1,"t":"zz",)" + i + "}",
      R"({"v":1,"t":7,)" + i + "}",
      R"({"v":1,)" + i + "}",
      head + i + "," + i + "}",               // twice
      head + R"("i":"AQIDBAUGBwgJCgsMAA"})",  // too long
      head + R"("i":"AQIDBAUGBwgJCgs"})",     // too short
      head + R"("i":"AQIDBAUGBwgJCgs="})",    // padded
      head + R"("i":"AQIDBAUGBwgJCgs+"})",    // another alphabet
      head + R"("i":5})",
      head + i + R"(,"o":""})",
  };
  for (const auto& json : others) EXPECT_FALSE(read_json(json)) << json;
}

TEST(Packet, PartsOutsideTheirNumberAreRefused) {
  const std::string head = R"({"v":1,"t":"we","i":"AQIDBAUGBwgJCgsM","y":"AQIDBAUGBwgJCgsM","r":"AAAA","p":)";
  const std::string tail = R"(,"m":"CQoLDA0ODxAREhMUFRYXGA"})";
  EXPECT_TRUE(read_json(head + "[1,2]" + tail));
  EXPECT_TRUE(read_json(head + "[4,4]" + tail));
  for (const auto* part :
       {"[0,2]", "[3,2]", "[1,1]", "[1,5]", "[1]", "[1,2,3]", "[\"1\",2]", "1", "[]", "[1,18446744073709551615]"})
    EXPECT_FALSE(read_json(head + part + tail)) << part;
}

TEST(Packet, ContactsOfABrokenLengthAreRefused) {
  auto text = text_of({.kind = Kind::nodes, .contacts = contacts(1, "5.6.7.", ":1")});
  EXPECT_TRUE(read(to_datagram(text, view(Tag{}))));
  text.replace(text.find("\"c\":\"") + 5, 4, "");
  EXPECT_FALSE(read(to_datagram(text, view(Tag{}))));
}

TEST(Packet, LargerThanADatagramMayBeIsRefused) { EXPECT_FALSE(read(std::string(max_datagram + 1, 'A'))); }

TEST(Packet, NoDamageIsReadAsTheSamePacket) {
  std::mt19937 random(3);
  for (const auto& packet : examples()) {
    const auto good = datagram(packet);
    for (std::size_t at = 0; at < good.size(); ++at) {
      auto bad = good;
      bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 8));
      const auto received = read(bad);
      if (!received) continue;
      const bool padding = packet.kind == Kind::hello;  // the only octets that say nothing
      EXPECT_TRUE(padding || received->text != text_of(packet) || received->tag != array<Tag>(9) ||
                  packet.kind == Kind::retry)
          << at;
    }
  }
}

/// The vectors of docs/protocol/addressing.md.
TEST(Packet, TheExamplesOfTheProtocolPageAreWhatIsSent) {
  std::ifstream page(P2PCHAT_ADDRESSING_PAGE);
  const std::string text((std::istreambuf_iterator<char>(page)), {});
  ASSERT_FALSE(text.empty()) << P2PCHAT_ADDRESSING_PAGE;
  for (const auto index : {0U, 1U, 2U, 7U, 12U, 13U, 14U}) {
    const auto packet = examples()[index];
    EXPECT_NE(text.find(datagram(packet)), text.npos) << text_of(packet) << "\n" << datagram(packet);
  }
}

}  // namespace
}  // namespace p2pchat::kademlia
