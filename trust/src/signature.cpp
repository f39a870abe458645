// SPDX-License-Identifier: MIT
#include "trust/signature.hpp"

#include "wire/base64.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace p2pchat::trust {
namespace {

using Signature = std::array<std::uint8_t, crypto_sign_BYTES>;
using Key = std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES>;

// What stands before the octets of an Ed25519 key in a SubjectPublicKeyInfo: RFC 8410, section 4.
constexpr std::array<std::uint8_t, 12> before_key{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                                  0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

std::optional<Key> read_key(const std::string& text) {
  const auto octets = wire::base64_decode(text, wire::Alphabet::standard);
  Key key;
  if (!octets || octets->size() != before_key.size() + key.size()) return std::nullopt;
  if (!std::equal(before_key.begin(), before_key.end(), octets->begin())) return std::nullopt;
  std::copy(octets->end() - key.size(), octets->end(), key.begin());
  return key;
}

std::optional<Signature> read_signature(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  Signature signature;
  if (!in.read(reinterpret_cast<char*>(signature.data()), signature.size()) ||
      in.get() != std::ifstream::traits_type::eof())
    return std::nullopt;
  return signature;
}

bool verifies(const std::optional<Key>& key, const Signature& signature, std::span<const std::uint8_t> octets) {
  return key && ::sodium_init() >= 0 &&
         crypto_sign_verify_detached(signature.data(), octets.data(), octets.size(), key->data()) == 0;
}

}  // namespace

bool is_key(const std::string& key) { return read_key(key).has_value(); }

bool is_signed(const std::filesystem::path& file, std::span<const std::uint8_t> octets,
               const std::vector<std::string>& keys) {
  const auto signature = read_signature(file.string() + ".sig");
  if (!signature) return false;
  for (const auto& key : keys)
    if (verifies(read_key(key), *signature, octets)) return true;
  return false;
}

}  // namespace p2pchat::trust
