// SPDX-License-Identifier: MIT
#include "messages.hpp"

#include "bottle/member.hpp"

#include <wire/hex.hpp>
#include <wire/json_writer.hpp>

namespace p2pchat::lan_bottle {
namespace {

constexpr std::size_t most_word = 40, most_message = 16 * 1024;

std::string_view name_of(Matter matter) { return matter == Matter::note ? "note" : "news"; }

}  // namespace

std::string write_word(const Word& word) {
  std::string text;
  wire::JsonWriter(text)
      .begin()
      .member("note", wire::to_hex(word.note))
      .member("of", name_of(word.of))
      .member("word", word.word)
      .end();
  return text;
}

std::string write_news(const News& news) {
  std::string text;
  wire::JsonWriter(text)
      .begin()
      .member("note", wire::to_hex(news.note))
      .member("time", std::to_string(news.time_ms))
      .member("sealed", base64(news.sealed))
      .end();
  return text;
}

std::optional<Word> read_word(wire::JsonParser& parser, std::string_view text) {
  const auto* object = text.size() <= most_message ? parser.parse(text, 1) : nullptr;
  if (!object || !object->only({"note", "of", "word"})) return std::nullopt;
  const auto note = id_member(*object, "note");
  const auto of = object->string("of"), word = object->string("word");
  if (!note || !of || !word || word->empty() || word->size() > most_word) return std::nullopt;
  for (const auto matter : {Matter::note, Matter::news})
    if (*of == name_of(matter)) return Word{.note = *note, .of = matter, .word = std::string(*word)};
  return std::nullopt;
}

std::optional<News> read_news(wire::JsonParser& parser, std::string_view text) {
  const auto* object = text.size() <= most_message ? parser.parse(text, 1) : nullptr;
  if (!object || !object->only({"note", "time", "sealed"})) return std::nullopt;
  const auto note = id_member(*object, "note");
  const auto time = decimal_member(*object, "time");
  const auto sealed = object->string("sealed");
  if (!note || !time || !sealed) return std::nullopt;
  if (sealed->empty()) return News{.note = *note, .time_ms = *time};
  auto octets = octets_member(*object, "sealed", most_sealed_reply);
  if (!octets) return std::nullopt;
  return News{.note = *note, .time_ms = *time, .sealed = std::move(*octets)};
}

bool is_collect(std::string_view text) { return text == collect_body; }

}  // namespace p2pchat::lan_bottle
