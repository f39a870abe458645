// SPDX-License-Identifier: MIT
#pragma once
#include "note.hpp"

namespace p2pchat::lan_bottle {

/// Names on `sdk::Network`: message types. `note`: a note to keep, or for its receiver; `collect`: asks for notes
/// addressed to who says it.
inline constexpr char note_type[] = "lan-bottle.note", word_type[] = "lan-bottle.word", news_type[] = "lan-bottle.news",
                      collect_type[] = "lan-bottle.collect";

/// Longest answer, sealed, in octets.
inline constexpr std::size_t most_sealed_reply = 8 * 1024;

/// What a word is about.
enum class Matter : std::uint8_t { note, news };

/// Answers a note or news, after the record of it is durable: `ashore` (it lies there now), `seen` (it came there
/// before) or `queued` (news); any other word is a refusal.
struct Word {
  Id note;
  Matter of = Matter::note;
  std::string word;
  bool operator==(const Word&) const = default;
  bool is_taken() const { return word == "seen" || word == (of == Matter::note ? "ashore" : "queued"); }
};

/// To the sender of a note: it lies here since `time_ms`; with `sealed`, an answer to it, sealed with `reply_context`.
struct News {
  Id note;
  std::uint64_t time_ms = 0;
  Octets sealed{};
  bool operator==(const News&) const = default;
};

/// The body of a `collect`.
inline constexpr char collect_body[] = "{}";

std::string write_word(const Word& word);
std::string write_news(const News& news);

/// Readers are strict: unknown, missing, doubled or foreign members and values over a limit are nothing.
std::optional<Word> read_word(wire::JsonParser& parser, std::string_view text);
std::optional<News> read_news(wire::JsonParser& parser, std::string_view text);
bool is_collect(std::string_view text);

}  // namespace p2pchat::lan_bottle
