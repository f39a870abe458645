// SPDX-License-Identifier: MIT
#include "wire/base64.hpp"

#include <algorithm>
#include <cstdlib>

namespace {

/// Octets survive the way through text; text that is accepted is the one text of its octets.
void check(std::span<const std::uint8_t> octets, wire::Alphabet alphabet) {
  std::string text;
  wire::base64_encode(octets, alphabet, text);
  const auto back = wire::base64_decode(text, alphabet);
  if (!back || !std::ranges::equal(*back, octets)) std::abort();

  const std::string_view given(reinterpret_cast<const char*>(octets.data()), octets.size());
  const auto decoded = wire::base64_decode(given, alphabet);
  std::string appended = "x";
  if (wire::base64_decode(given, alphabet, appended) != decoded.has_value()) std::abort();
  if (!decoded && appended != "x") std::abort();
  if (!decoded) return;
  text.clear();
  wire::base64_encode(*decoded, alphabet, text);
  if (text != given) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check({data, size}, wire::Alphabet::standard);
  check({data, size}, wire::Alphabet::url);
  return 0;
}
