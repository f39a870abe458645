// SPDX-License-Identifier: MIT
#include "trust/signature.hpp"

#include "wire/base64.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <fstream>
#include <memory>
#include <optional>

namespace p2pchat::trust {
namespace {

using Signature = std::array<std::uint8_t, 64>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Key read_key(const std::string& text) {
  Key key(nullptr, &EVP_PKEY_free);
  const auto octets = wire::base64_decode(text, wire::Alphabet::standard);
  if (!octets) return key;
  const std::uint8_t* at = octets->data();
  key.reset(d2i_PUBKEY(nullptr, &at, static_cast<long>(octets->size())));
  if (key && (EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519 || at != octets->data() + octets->size())) key.reset();
  ERR_clear_error();
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

bool verifies(const Key& key, const Signature& signature, std::span<const std::uint8_t> octets) {
  const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  const bool good =
      key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
      EVP_DigestVerify(context.get(), signature.data(), signature.size(), octets.data(), octets.size()) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace

bool is_key(const std::string& key) { return read_key(key) != nullptr; }

bool is_signed(const std::filesystem::path& file, std::span<const std::uint8_t> octets,
               const std::vector<std::string>& keys) {
  const auto signature = read_signature(file.string() + ".sig");
  if (!signature) return false;
  for (const auto& key : keys)
    if (verifies(read_key(key), *signature, octets)) return true;
  return false;
}

}  // namespace p2pchat::trust
