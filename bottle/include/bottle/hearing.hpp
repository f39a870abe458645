// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/network.hpp>

#include <functional>
#include <span>
#include <string_view>

namespace p2pchat::bottle {

/// Who hears messages of a type.
struct Hearer {
  const char* type;
  std::function<void(const sdk::Id& from, std::string_view text)> hear;
};

/// Has each hear from now on; up to the first who may not. Errors: `refused`: somebody else hears that type. Thread:
/// [loop].
sdk::Status hear_all(sdk::Network& network, std::span<const Hearer> hearers);

}  // namespace p2pchat::bottle
