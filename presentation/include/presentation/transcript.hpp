// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/values.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::presentation {

enum class TranscriptFormat { text, json, html };

/// `text`, `json` or `html`; nothing for another word.
std::optional<TranscriptFormat> transcript_format(std::string_view word);
/// The word a file of that format ends with: `txt`, `json`, `html`.
std::string_view file_ending(TranscriptFormat format);

/// Whose conversation it is, and when it is written down.
struct TranscriptHead {
  Me me;
  Person them;
  std::uint64_t now_ms = 0;
};

/// A conversation written down for good, in pieces: the opening, each message, the closing. Text and HTML show what is
/// hidden in a text as `visible` does; HTML needs nothing from outside and runs nothing. JSON has every text as it is.
class Transcript {
 public:
  Transcript(TranscriptFormat format, TranscriptHead head) : format_(format), head_(std::move(head)) {}
  std::string opening() const;
  /// The next message; the oldest comes first.
  std::string message(const Message& message);
  std::string closing() const;

 private:
  std::string named(const Message& message) const;
  TranscriptFormat format_;
  TranscriptHead head_;
  bool first_ = true;
};

}  // namespace p2pchat::presentation
