// SPDX-License-Identifier: MIT
#include "sessions/envelope.hpp"
#include "sessions/receipt.hpp"
#include "wire/base64.hpp"

#include <cstdlib>

namespace {

/// Whatever is accepted keeps the limits, survives encoding, and is no envelope.
void check(std::string_view line) {
  using namespace p2pchat::messaging;
  wire::JsonParser parser;
  Receipt first, second;
  if (!decode_receipt(parser, line, first).ok()) return;
  if (first.messages.empty() || first.messages.size() > 512) std::abort();
  if (first.reason.empty() != (first.verdict != Receipt::Verdict::refused)) std::abort();
  if (!decode_receipt(parser, encode_receipt(first), second).ok()) std::abort();
  if (first.verdict != second.verdict || first.messages != second.messages || first.reason != second.reason)
    std::abort();
  Envelope envelope;
  if (decode_envelope(parser, line, envelope).ok()) std::abort();
}

}  // namespace

/// The input once as a line and once as the JSON inside one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text);
  std::string line;
  wire::base64_encode(wire::octets_of(text), wire::Alphabet::standard, line);
  check(line);
  return 0;
}
