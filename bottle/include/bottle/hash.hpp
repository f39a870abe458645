// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/octets.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::bottle {

/// SHA-256 by the suite. When the suite fails (out of memory): all ones, which no check here accepts.
inline Id hash(sdk::Crypto& crypto, sdk::bytes octets) {
  Id id;
  if (crypto.digest(octets, id).ok()) return id;
  std::memset(id.b, 0xff, sizeof id.b);
  return id;
}

}  // namespace p2pchat::bottle
