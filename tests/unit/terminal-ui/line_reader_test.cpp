// SPDX-License-Identifier: MIT
#include "line/line_reader.hpp"

#include <gtest/gtest.h>

namespace p2pchat::terminal_ui {
namespace {

std::string all(LineReader& reader) {
  std::string text;
  while (const auto input = reader.next())
    text += input->kind == LineReader::Kind::line       ? "[" + input->text.substr(0, 20) + "]"
            : input->kind == LineReader::Kind::too_long ? "long"
                                                        : "bad";
  return text;
}

TEST(LineReader, CutsLinesWhereverTheOctetsAreCut) {
  const std::string octets = "one\ntwo 你好\r\n\nthree\n";
  for (std::size_t cut = 0; cut <= octets.size(); ++cut) {
    LineReader reader;
    reader.take(std::string_view(octets).substr(0, cut));
    reader.take(std::string_view(octets).substr(cut));
    EXPECT_EQ(all(reader), "[one][two 你好][][three]") << cut;
  }
}

TEST(LineReader, TakesTheLastLineWithoutANewlineAtTheEnd) {
  LineReader reader;
  reader.take("/quit");
  EXPECT_EQ(all(reader), "");
  reader.end();
  EXPECT_EQ(all(reader), "[/quit]");
  reader.end();
  EXPECT_EQ(all(reader), "");
}

TEST(LineReader, TakesALineAsLongAsTheLongestTextAndRefusesALongerOne) {
  LineReader reader;
  reader.take("/msg bob " + std::string(64 * 1024, 'x') + "\n");
  EXPECT_EQ(all(reader), "[/msg bob xxxxxxxxxxx]");
  for (int piece = 0; piece < 100; ++piece) reader.take(std::string(10'000, 'x'));
  reader.take("\nnext\n");
  EXPECT_EQ(all(reader), "long[next]");
}

TEST(LineReader, RefusesWhatIsNotUtf8) {
  LineReader reader;
  reader.take("caf\xe9\ncafé\n");
  EXPECT_EQ(all(reader), "bad[café]");
}

}  // namespace
}  // namespace p2pchat::terminal_ui
