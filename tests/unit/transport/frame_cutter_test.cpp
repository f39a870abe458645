// SPDX-License-Identifier: MIT
#include "transport/frame_cutter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace p2pchat::transport {
namespace {

std::string framed(std::string_view text) {
  std::uint8_t header[frame_header];
  write_header(static_cast<std::uint32_t>(text.size()), header);
  return std::string(header, header + frame_header).append(text);
}

/// Feeds a stream in pieces of a size; returns the frames that came out.
std::vector<std::string> cut(FrameCutter& cutter, std::string_view stream, std::size_t piece) {
  std::vector<std::string> frames;
  while (!stream.empty() && !cutter.oversized()) {
    const auto room = cutter.room();
    const auto size = std::min({piece, stream.size(), room.size()});
    std::copy_n(stream.begin(), size, room.begin());
    stream.remove_prefix(size);
    auto whole = cutter.filled(size);
    while (const auto frame = next_frame(whole)) frames.emplace_back(frame->begin(), frame->end());
    EXPECT_TRUE(whole.empty());
  }
  return frames;
}

TEST(FrameCutter, WritesTheLengthBigEndian) {
  EXPECT_EQ(framed("abc"), std::string("\0\0\0\3abc", 7));
  std::uint8_t header[frame_header];
  write_header(0x01020304, header);
  EXPECT_TRUE(std::ranges::equal(header, std::vector<int>{1, 2, 3, 4}));
}

TEST(FrameCutter, FindsTheSameFramesHoweverTheStreamIsCut) {
  std::vector<std::string> sent;
  std::string stream;
  for (std::size_t size : {0u, 1u, 3u, 4u, 5u, 200u, 4'092u, 4'096u, 20'000u, 0u, 7u}) {
    sent.emplace_back(size, static_cast<char>('a' + sent.size()));
    stream += framed(sent.back());
  }
  for (std::size_t piece : {1u, 2u, 3u, 5u, 7u, 64u, 1'000u, 4'096u, 1'000'000u}) {
    FrameCutter cutter(20'000);
    EXPECT_EQ(cut(cutter, stream, piece), sent) << piece;
    EXPECT_FALSE(cutter.inside_frame());
  }
}

TEST(FrameCutter, CutsMegabytesOfSmallFrames) {
  std::string stream;
  for (int i = 0; i < 20'000; ++i) stream += framed(std::string(200, static_cast<char>(i)));
  FrameCutter cutter(1'024);
  EXPECT_EQ(cut(cutter, stream, stream.size()).size(), 20'000u);
}

TEST(FrameCutter, KnowsWhenItIsInsideAFrame) {
  FrameCutter cutter(100);
  cut(cutter, framed("whole"), 100);
  EXPECT_FALSE(cutter.inside_frame());
  cut(cutter, framed("part").substr(0, 2), 100);
  EXPECT_TRUE(cutter.inside_frame());
  cut(cutter, framed("part").substr(2, 5), 100);
  EXPECT_TRUE(cutter.inside_frame());
  EXPECT_EQ(cut(cutter, framed("part").substr(7), 100), std::vector<std::string>{"part"});
  EXPECT_FALSE(cutter.inside_frame());
}

TEST(FrameCutter, TakesTheLargestFrameAndRefusesOneByteMore) {
  FrameCutter fine(300'000), over(300'000);
  EXPECT_EQ(cut(fine, framed(std::string(300'000, 'x')), 1'000'000).size(), 1u);
  EXPECT_FALSE(fine.oversized());
  EXPECT_TRUE(cut(over, framed(std::string(300'001, 'x')), 1'000'000).empty());
  EXPECT_TRUE(over.oversized());
}

TEST(FrameCutter, GivesOutWhatIsWholeBeforeAnOversizedFrame) {
  FrameCutter cutter(100);
  EXPECT_EQ(cut(cutter, framed("first") + "\xff\xff\xff\xff", 100), std::vector<std::string>{"first"});
  EXPECT_TRUE(cutter.oversized());
}

TEST(FrameCutter, AllocatesForWhatArrivedNotForWhatWasAnnounced) {
  FrameCutter cutter(16 << 20);
  const auto stream = framed(std::string(16 << 20, 'x'));
  std::size_t arrived = 0;
  while (arrived < 1 << 20) {
    const auto room = cutter.room();
    EXPECT_LE(room.size(), std::max<std::size_t>(4'096, 2 * arrived));
    std::copy_n(stream.begin() + static_cast<std::ptrdiff_t>(arrived), room.size(), room.begin());
    cutter.filled(room.size());
    arrived += room.size();
  }
}

}  // namespace
}  // namespace p2pchat::transport
