// SPDX-License-Identifier: MIT
#pragma once
#include "octets.hpp"

#include <p2pchat/host.hpp>

namespace p2pchat::rsa_aes {

/// What the user may choose.
struct Settings {
  unsigned bits = 2048;                ///< of a new key
  unsigned delegation_work_bits = 20;  ///< leading zero bits a delegation must show
};

/// Reads the settings that are set. Errors: `invalid`, naming the setting and what it may be.
Status read_settings(sdk::Host& host, Settings& settings);

}  // namespace p2pchat::rsa_aes
