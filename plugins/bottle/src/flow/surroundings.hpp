// SPDX-License-Identifier: MIT
#pragma once
#include "flow/settings.hpp"

#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/tables.hpp>

#include <string>

namespace p2pchat::bottle {

using sdk::Id;

/// What every part of the plugin stands on, and who I am.
struct Surroundings {
  sdk::Host& host;
  sdk::Network& network;
  sdk::Routing& routing;
  sdk::Crypto& crypto;
  sdk::Identity& identity;
  sdk::Tables& tables;
  sdk::Chat* chat;  ///< null: nobody is blocked
  Settings settings;
  Id me;
  std::string public_key;  ///< octets of mine
};

}  // namespace p2pchat::bottle
