// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace p2pchat::trust {

/// Whether this is an Ed25519 public key as the configuration has it: the line between the first and the last of what
/// `openssl pkey -pubout` prints (base64 of a SubjectPublicKeyInfo, RFC 8410).
bool is_key(const std::string& key);

/// Whether the file has a detached signature beside it, `FILE.sig`: the 64 octets of an Ed25519 signature (RFC 8032)
/// over `octets`, by one of these keys. Thread: any.
bool is_signed(const std::filesystem::path& file, std::span<const std::uint8_t> octets,
               const std::vector<std::string>& keys);

}  // namespace p2pchat::trust
