// SPDX-License-Identifier: MIT
#include "messages.hpp"

#include "noter.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

namespace p2pchat::test {
namespace {

using namespace lan_bottle;

constexpr std::uint64_t then_ms = 1'763'923'200'123;

class ANote : public testing::Test {
 protected:
  std::optional<Note> read(const std::string& text) { return read_note(parser_, text); }
  /// The written note with one part of its text replaced.
  std::optional<Note> with(std::string part, const std::string& by) {
    auto text = write_note(note_);
    const auto at = text.find(part);
    EXPECT_NE(at, text.npos) << part;
    return read(text.replace(at, part.size(), by));
  }
  VirtualClock clock_;
  VirtualHost host_{clock_};
  PlainCrypto crypto_{host_};
  Noter noter_{crypto_};
  Note note_ = noter_.note("有人在听吗？", then_ms);
  wire::JsonParser parser_;
};

TEST_F(ANote, IsReadBackAsItWasWrittenAndNamedTheSame) {
  for (const auto& note : {note_, noter_.note_to(sdk::Id{{7}}, "c2VhbGVk", then_ms)}) {
    auto again = read(write_note(note));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, Id{});
    again->id = note_id(crypto_, *again);
    EXPECT_EQ(*again, note);
  }
}

TEST_F(ANote, HasAnotherNameWheneverAnythingOfItIsChanged) {
  for (const auto& change : std::vector<std::function<void(Note&)>>{
           [](Note& note) { ++note.time_ms; }, [](Note& note) { ++note.expiry_ms; },
           [](Note& note) { note.body += "!"; }, [](Note& note) { note.salt.b[31] ^= 1; },
           [](Note& note) { note.sender.b[31] ^= 1; }, [](Note& note) { note.receiver.b[0] ^= 1; }}) {
    auto changed = note_;
    change(changed);
    EXPECT_NE(note_id(crypto_, changed), note_.id);
  }
}

TEST_F(ANote, OfAnyOtherFormIsNone) {
  const auto hex = wire::to_hex(note_.sender);
  EXPECT_TRUE(with(hex, hex));
  EXPECT_FALSE(with("{\"sender\"", "{\"gas\":5,\"sender\""));
  EXPECT_FALSE(with("\"salt\"", "\"Salt\""));
  EXPECT_FALSE(with(hex, hex.substr(1)));
  EXPECT_FALSE(with(std::to_string(then_ms), "0" + std::to_string(then_ms)));
  EXPECT_FALSE(with(std::to_string(then_ms), "-1"));
  EXPECT_FALSE(with("\"receiver\":\"\"", "\"receiver\":\"" + hex + "\"")) << "to its sender";
  EXPECT_FALSE(with("\"receiver\":\"\"", "\"receiver\":\"" + std::string(64, '0') + "\""));
  EXPECT_FALSE(with("有人在听吗？", ""));
  EXPECT_FALSE(with("有人在听吗？", std::string(1'001, 'x')));
  EXPECT_FALSE(with("有人在听吗？", "\xff"));
  EXPECT_FALSE(with("\"receiver\":\"\"", "\"receiver\":\"" + std::string(64, '1') + "\"")) << "its body is no base64";
  for (const auto* text : {"", "{}", "[]", "null", "{\"sender\":1}"}) EXPECT_FALSE(read(text));
  EXPECT_FALSE(read(write_note(note_) + std::string(most_note, ' ')));
}

TEST_F(ANote, OfTheOtherKindOfBottleIsNone) {
  EXPECT_FALSE(read("{\"timestamp\":\"1763923200123\",\"bottleId\":\"" + std::string(64, 'a') + "\"}"));
}

TEST(SmallMessages, AreReadBackAsTheyWereWritten) {
  wire::JsonParser parser;
  for (const auto of : {Matter::note, Matter::news}) {
    const Word word{.note = sdk::Id{{1}}, .of = of, .word = "ashore"};
    EXPECT_EQ(read_word(parser, write_word(word)), word);
  }
  for (const auto& sealed : {Octets(), Octets(1, 7), Octets(most_sealed_reply, 7)}) {
    const News news{.note = sdk::Id{{1}}, .time_ms = ~0ULL, .sealed = sealed};
    EXPECT_EQ(read_news(parser, write_news(news)), news);
  }
}

TEST(SmallMessages, OfAnyOtherFormAreNone) {
  wire::JsonParser parser;
  for (const auto& text :
       {write_word({sdk::Id{{1}}, Matter::note, ""}), write_word({sdk::Id{{1}}, Matter::note, std::string(41, 'x')}),
        std::string("{}"), write_news({sdk::Id{{1}}, 5, {}}), std::string(), std::string("\xff")})
    EXPECT_FALSE(read_word(parser, text)) << text;
  for (const auto& text : {write_news({sdk::Id{{1}}, 5, Octets(most_sealed_reply + 1, 7)}), std::string("{}"),
                           write_word({sdk::Id{{1}}, Matter::note, "seen"}), std::string("{\"note\":5}")})
    EXPECT_FALSE(read_news(parser, text)) << text.substr(0, 99);
  EXPECT_FALSE(is_collect("{ }"));
}

TEST(AWord, CountsForWhatItAnswers) {
  EXPECT_TRUE((Word{{}, Matter::note, "ashore"}).is_taken());
  EXPECT_TRUE((Word{{}, Matter::news, "queued"}).is_taken());
  EXPECT_TRUE((Word{{}, Matter::note, "seen"}).is_taken());
  EXPECT_FALSE((Word{{}, Matter::note, "queued"}).is_taken());
  EXPECT_FALSE((Word{{}, Matter::news, "busy"}).is_taken());
}

}  // namespace
}  // namespace p2pchat::test
