// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

namespace p2pchat::bottle {

/// A number of the plugin's own table of the configuration, and its bounds.
struct Number {
  const char* key;
  std::uint32_t& value;  ///< left as it is when the table says nothing
  std::uint32_t least, most;
};

/// Reads one. Errors: `invalid`, naming the key and its bounds.
sdk::Status read_number(sdk::Host& host, const Number& number);

}  // namespace p2pchat::bottle
