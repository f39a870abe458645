// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/around.hpp"
#include "bottle/octets.hpp"
#include "flow/settings.hpp"

#include <string>

namespace p2pchat::bottle {

/// What every part of the plugin stands on, and who I am.
struct Surroundings : Around {
  Settings settings;
  Id me;
  std::string public_key;  ///< octets of mine
};

}  // namespace p2pchat::bottle
