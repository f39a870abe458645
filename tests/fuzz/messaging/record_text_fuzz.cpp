// SPDX-License-Identifier: MIT
#include "sessions/peer_lines.hpp"
#include "sessions/record_text.hpp"

#include <cstdint>
#include <cstdlib>

/// Lines lie inside the record, in order, and are neither empty nor too long.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto record = p2pchat::messaging::split_record(text);
  if (!record) return 0;
  const char* at = text.data();
  for (auto line : record->lines) {
    if (line.empty() || line.size() > p2pchat::messaging::max_line || line.data() < at) std::abort();
    at = line.data() + line.size();
    if (at >= text.data() + text.size() || *at != '\n') std::abort();
  }
  return 0;
}
