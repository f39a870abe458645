// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/tables.hpp>

#include <optional>

namespace p2pchat::bottle {

/// What a bottle plugin stands on.
struct Around {
  sdk::Host& host;
  sdk::Network& network;
  sdk::Routing& routing;
  sdk::Crypto& crypto;
  sdk::Identity& identity;
  sdk::Tables& tables;
  sdk::Chat* chat;  ///< null: nobody is blocked
};

/// What the host provides of it; nothing when something is missing that is needed.
inline std::optional<Around> around_of(sdk::Host& host) {
  auto* network = host.get<sdk::Network>();
  auto* routing = host.get<sdk::Routing>();
  auto* crypto = host.get<sdk::Crypto>();
  auto* identity = host.get<sdk::Identity>();
  auto* tables = host.get<sdk::Tables>();
  if (!network || !routing || !crypto || !identity || !tables) return std::nullopt;
  return Around{host, *network, *routing, *crypto, *identity, *tables, host.get<sdk::Chat>()};
}

/// What `start` says then.
inline const char missing[] = "bottles need network, routing, crypto, identity and tables; add their plugins";

}  // namespace p2pchat::bottle
