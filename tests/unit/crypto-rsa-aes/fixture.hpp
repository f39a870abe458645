// SPDX-License-Identifier: MIT
#pragma once
#include "handshake.hpp"
#include "key_file.hpp"
#include "support/test_keys.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace p2pchat::test {

using rsa_aes::Octets;
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

/// Test keys, ready for use.
class WithKeys : public testing::Test {
 protected:
  rsa_aes::SharedPrivateKey key(unsigned index, unsigned bits = 2048) const {
    Status why;
    const auto file = key_file(index, bits);
    auto made = rsa_aes::read_key_file(algorithms, bytes::of(file), "", why);
    if (!made) throw std::runtime_error(why.text);
    return made;
  }
  rsa_aes::SharedAlgorithms algorithms = std::make_shared<rsa_aes::Algorithms>();
};

}  // namespace p2pchat::test
