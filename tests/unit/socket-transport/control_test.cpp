// SPDX-License-Identifier: MIT
#include "relay/control.hpp"

#include "transport/frame_cutter.hpp"

#include <gtest/gtest.h>

#include <random>

namespace p2pchat::socket_transport {

using namespace transport;

namespace {

std::vector<Control> examples() {
  return {{.word = Word::connect, .name = Octets(32, 7)},
          {.word = Word::answer, .name = Octets(16, 7)},
          {.word = Word::joined, .name = Octets(16, 7), .text = "192.0.2.1:12476"},
          {.word = Word::refused, .name = {2}},
          {.word = Word::here, .name = Octets(16, 7)},
          {.word = Word::dialled, .name = Octets(12, 7)},
          {.word = Word::datagrams}};
}

std::span<const std::uint8_t> frame_of(const Octets& octets) { return std::span(octets).subspan(frame_header); }

TEST(Control, OfEachWordIsReadBackAsItWasWritten) {
  for (const auto& control : examples()) {
    const auto octets = to_octets(control);
    EXPECT_TRUE(is_control(frame_of(octets)));
    const auto read = read_control(frame_of(octets));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->word, control.word);
    EXPECT_EQ(read->name, control.name);
    EXPECT_EQ(read->text, control.text);
  }
}

TEST(Control, CutShortOrGrownIsRefused) {
  for (const auto& control : examples()) {
    auto octets = to_octets(control);
    for (std::size_t size = 0; size < frame_of(octets).size(); ++size) {
      if (control.word == Word::joined && size >= 20) continue;  // a shorter text
      EXPECT_FALSE(read_control(frame_of(octets).first(size))) << size;
    }
    if (control.word == Word::joined) continue;
    octets.push_back(1);
    EXPECT_FALSE(read_control(frame_of(octets)));
  }
}

TEST(Control, OfOtherVersionsWordsAndLengthsIsRefused) {
  auto octets = to_octets(examples()[0]);
  octets[frame_header + 1] = 2;
  EXPECT_FALSE(read_control(frame_of(octets)));
  for (const std::uint8_t word : {0, 8, 255}) {
    octets = to_octets(examples()[0]);
    octets[frame_header + 2] = word;
    EXPECT_FALSE(read_control(frame_of(octets)));
  }
  EXPECT_FALSE(read_control(frame_of(to_octets({.word = Word::connect, .name = Octets(31)}))));
  EXPECT_FALSE(
      read_control(frame_of(to_octets({.word = Word::joined, .name = Octets(16), .text = std::string(65, 'x')}))));
}

TEST(Control, IsNoMessageOfAHandshake) {
  for (std::uint8_t type = 0; type < 8; ++type) EXPECT_FALSE(is_control(Octets{type, 1, 0, 0}));
  EXPECT_FALSE(is_control({}));
}

TEST(Control, RandomOctetsAreReadOrNotButNeverPastTheirEnd) {
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) {
    Octets octets(random() % 80);
    for (auto& octet : octets) octet = static_cast<std::uint8_t>(random());
    if (octets.size() > 3) octets[0] = 0x72, octets[1] = 1, octets[2] %= 9, octets[3] %= 40;
    const auto read = read_control(octets);
    if (!read) continue;
    EXPECT_EQ(to_octets(*read).size(), frame_header + octets.size());
  }
}

}  // namespace
}  // namespace p2pchat::socket_transport
