// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/key_file.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace p2pchat::test {

using cipher::Octets;
using sdk::bytes;
using sdk::Errc;
using sdk::Id;
using sdk::Status;

inline Octets from_hex(std::string_view text) {
  const auto digit = [](char c) { return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
  Octets out;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    out.push_back(static_cast<std::uint8_t>(digit(text[i]) << 4 | digit(text[i + 1])));
  return out;
}

inline std::string to_hex(bytes octets) {
  std::string out;
  for (const auto octet : std::span<const std::uint8_t>(octets)) {
    out += "0123456789abcdef"[octet >> 4];
    out += "0123456789abcdef"[octet & 15];
  }
  return out;
}

inline Octets octets_of(std::string_view text) { return {text.begin(), text.end()}; }

/// The same octets with one bit turned.
inline Octets flipped(Octets octets, std::size_t bit) {
  octets[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
  return octets;
}

/// A scheme with test keys, ready for use.
struct KeysOf {
  explicit KeysOf(cipher::SharedScheme with) : scheme(std::move(with)) {}
  /// The key of a file without a passphrase.
  cipher::SharedPrivateKey read(const std::string& file) const {
    Status why;
    auto made = cipher::read_key_file(*scheme, bytes::of(file), "", why);
    if (!made) throw std::runtime_error(why.text);
    return made;
  }
  cipher::SharedScheme scheme;
  cipher::SharedAlgorithms algorithms = scheme->algorithms();
};

}  // namespace p2pchat::test
