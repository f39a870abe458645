// SPDX-License-Identifier: MIT
#include "messages.hpp"

#include <cstdlib>

namespace {

using namespace p2pchat::lan_bottle;

/// Whatever is accepted keeps the limits, and is written and read again as the same.
void check(wire::JsonParser& parser, const Note& note) {
  if (note.sign.empty() || note.key.empty() || note.sign.size() > 3072 || note.key.size() > 1024) std::abort();
  if (note.is_addressed() ? note.body.size() > most_addressed_body : !is_drift_body(note.body)) std::abort();
  if (note.receiver == note.sender || note.id != Id{}) std::abort();
  const auto text = write_note(note);
  if (text.size() > most_note) return;  // the input had no escapes where ours has
  const auto again = read_note(parser, text);
  if (!again || *again != note || write_note(*again) != text) std::abort();
}

}  // namespace

/// The input as each of the messages: it is of one type only.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static wire::JsonParser parser;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto note = read_note(parser, text);
  const auto word = read_word(parser, text);
  const auto news = read_news(parser, text);
  if (note.has_value() + word.has_value() + news.has_value() + is_collect(text) > 1) std::abort();
  if (note) check(parser, *note);
  if (word && read_word(parser, write_word(*word)) != word) std::abort();
  if (news && (news->sealed.size() > most_sealed_reply || read_news(parser, write_news(*news)) != news)) std::abort();
  return 0;
}
