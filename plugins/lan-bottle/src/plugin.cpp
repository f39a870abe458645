// SPDX-License-Identifier: MIT
#include "lan_bottle.hpp"

#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/tables.hpp>

using namespace p2pchat::sdk;

P2PCHAT_PLUGIN(p2pchat::lan_bottle::LanBottle, .id = "lan-bottle", .name = "Drift bottles of one network",
               .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Network>(), needs<Routing>(), needs<Crypto>(), needs<Identity>(), needs<Tables>(),
                                wants<Chat>()},
               .settings = {"throws_per_hour", "sender_per_hour", "beach_capacity", "ttl_days"})
