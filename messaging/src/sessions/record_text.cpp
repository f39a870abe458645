// SPDX-License-Identifier: MIT
#include "record_text.hpp"

#include "peer_lines.hpp"

namespace p2pchat::messaging {

std::optional<RecordText> split_record(std::string_view text) {
  RecordText record;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == text.npos || end == 0 || end > max_line) return std::nullopt;
    const auto line = text.substr(0, end);
    if (line.front() != '!') record.lines.push_back(line);
    record.goodbye = record.goodbye || text.starts_with(goodbye_text);
    record.heard = record.heard || text.starts_with(heard_text);
    text.remove_prefix(end + 1);
  }
  return record;
}

}  // namespace p2pchat::messaging
