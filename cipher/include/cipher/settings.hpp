// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"

#include <p2pchat/host.hpp>

namespace p2pchat::cipher {

/// Reads a number from the plugin's settings; leaves it where nothing is set. Errors: `invalid`, naming the setting and
/// what it may be.
Status read_number(sdk::Host& host, std::string_view key, unsigned least, unsigned most, unsigned& value);

}  // namespace p2pchat::cipher
