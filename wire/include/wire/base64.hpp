// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Strict base64 (RFC 4648): one text per octet string, so nothing can be re-written on the way.
namespace wire {

/// Which alphabet: section 4, padded, for messages; section 5, without padding, for datagrams.
enum class Alphabet { standard, url };

/// Appends the base64 text of `octets` to `out`.
void base64_encode(std::span<const std::uint8_t> octets, Alphabet alphabet, std::string& out);

/// Reads base64; nothing for white space, foreign characters, wrong padding or trailing bits that are not zero.
std::optional<std::vector<std::uint8_t>> base64_decode(std::string_view text, Alphabet alphabet);

/// The same, appending to a text; false and `out` untouched when malformed.
bool base64_decode(std::string_view text, Alphabet alphabet, std::string& out);

/// The octets of a text, for `base64_encode`.
inline std::span<const std::uint8_t> octets_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace wire
