// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace p2pchat::messaging {

/// The plain text of a record: lines, each ended by a newline. One that begins with `!` is a word of the session
/// itself; unknown words are ignored.
struct RecordText {
  std::vector<std::string_view> lines;  ///< of messages and receipts, without newline
  bool goodbye = false;                 ///< no line follows on this session
  bool heard = false;                   ///< everything up to my goodbye has arrived
};

/// The largest plain text of a record.
inline constexpr std::size_t max_record_text = 256 * 1024;
/// The words of the session: how it ends without loss.
inline constexpr std::string_view goodbye_text = "!goodbye\n", heard_text = "!heard\n";

/// Splits a record; nothing when it is not lines, or one is empty or too long. Points into `text`.
std::optional<RecordText> split_record(std::string_view text);

}  // namespace p2pchat::messaging
