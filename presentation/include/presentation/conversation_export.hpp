// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/chat_calls.hpp"
#include "presentation/transcript.hpp"

#include <fstream>

namespace p2pchat::presentation {

/// Writes a whole conversation into a file, page by page: the store gives pages from the newest on, so their bounds are
/// walked first, then they are fetched again from the oldest on. A page at a time is in memory, however long it is.
///
/// The file takes its name when everything is in it; until then it is called `NAME.part`. Thread: the UI's. It lives
/// until it is done, or until the postbox drops its answers.
class ConversationExport : public std::enable_shared_from_this<ConversationExport> {
 public:
  /// How it ended, and how many messages were written. Errors: `io`, and what `Chat::history` says.
  using Done = std::function<void(const sdk::Status&, std::uint64_t messages)>;
  static void start(ChatCalls& calls, TranscriptFormat format, TranscriptHead head, std::string path, Done done);

  ConversationExport(ChatCalls& calls, TranscriptFormat format, TranscriptHead head, std::string path, Done done);

 private:
  void find_bounds(std::uint64_t before);
  void write_next();
  void finish(const sdk::Status& status);

  ChatCalls& calls_;
  sdk::Id peer_;
  Transcript transcript_;
  std::string path_;
  Done done_;
  std::ofstream file_;
  std::vector<std::uint64_t> bounds_;  // each page lies below its bound; the newest first
  std::uint64_t written_ = 0;
};

}  // namespace p2pchat::presentation
