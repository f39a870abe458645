// SPDX-License-Identifier: MIT
#include "gas_chain.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

Id hashed(sdk::Crypto& crypto, Id value, std::uint32_t times) {
  for (std::uint32_t i = 0; i < times; ++i) value = next_token(crypto, value);
  return value;
}

}  // namespace

Id gas_token(sdk::Crypto& crypto, const Id& secret, std::uint32_t gas) {
  return hashed(crypto, secret, most_gas - std::min(gas, most_gas));
}

Id gas_anchor(sdk::Crypto& crypto, const Id& secret) { return hashed(crypto, secret, most_gas); }

Id next_token(sdk::Crypto& crypto, const Id& token) { return hash(crypto, token.view()); }

bool gas_holds(sdk::Crypto& crypto, std::uint32_t gas, const Id& token, const Id& anchor) {
  return gas <= most_gas && hashed(crypto, token, gas) == anchor;
}

}  // namespace p2pchat::bottle
