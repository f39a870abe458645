// SPDX-License-Identifier: MIT
#include "sessions/envelope.hpp"
#include "wire/base64.hpp"

#include <cstdlib>

namespace {

/// Whatever is accepted keeps the limits, and says the same after encoding and decoding again.
void check(std::string_view line) {
  using namespace p2pchat::messaging;
  wire::JsonParser parser;
  Envelope first, second;
  if (!decode_envelope(parser, line, first).ok()) return;
  const bool limits = first.body.size() <= max_body && wire::is_utf8(first.body) && is_message_type(first.type) &&
                      first.seq > 0 && !first.sign.empty();
  if (!limits) std::abort();
  const auto again = encode_envelope(first);
  if (!decode_envelope(parser, again, second).ok()) std::abort();
  if (signed_bytes("suite", first) != signed_bytes("suite", second) || first.sign != second.sign) std::abort();
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
