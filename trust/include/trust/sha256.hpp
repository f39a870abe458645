// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace p2pchat::trust {

/// SHA-256 in 64 lowercase hex digits, as `sha256sum` prints it. Throws `std::bad_alloc`. Thread: any.
std::string sha256(std::span<const std::uint8_t> octets);

}  // namespace p2pchat::trust
