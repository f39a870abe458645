// SPDX-License-Identifier: MIT
#include "signed_bytes.hpp"

namespace p2pchat::bottle {
namespace {

// The zero bytes at their ends belong to them.
constexpr std::string_view purpose{"p2pchat/bottle/1", 17}, reply_purpose{"p2pchat/reply/1", 16};

void append_number(sdk::Out& out, std::uint64_t value, std::uint64_t octets) {
  auto* at = out.grow(octets);
  for (std::uint64_t i = 0; at && i < octets; ++i) at[i] = static_cast<std::uint8_t>(value >> (octets - 1 - i) * 8);
}

void append_text(sdk::Out& out, std::string_view text) {
  append_number(out, text.size(), 4);
  out.append(text);
}

}  // namespace

Octets signed_bytes(std::string_view suite, const Note& note) {
  Octets octets;
  octets.reserve(purpose.size() + suite.size() + note.body.size() + 153);
  sdk::OutTo out(octets);
  out.append(purpose);
  append_text(out, suite);
  append_number(out, note.time_ms, 8);
  out.append(note.id.view());
  append_number(out, most_gas, 1);
  out.append(note.sender.view());
  out.append(note.receiver.view());
  append_number(out, note.expiry_ms, 8);
  out.append(note.gas_anchor.view());
  append_text(out, note.body);
  return octets;
}

Octets reply_context(const Id& bottle) {
  Octets octets;
  sdk::OutTo out(octets);
  out.append(reply_purpose);
  out.append(bottle.view());
  return octets;
}

}  // namespace p2pchat::bottle
