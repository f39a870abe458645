// SPDX-License-Identifier: MIT
#include "bottle.hpp"

#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/tables.hpp>

using namespace p2pchat::sdk;

P2PCHAT_PLUGIN(p2pchat::bottle::Bottle, .id = "bottle", .name = "Drift bottles", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Network>(), needs<Routing>(), needs<Crypto>(), needs<Identity>(), needs<Tables>(),
                                wants<Chat>()},
               .settings = {"stamp_bits", "throws_per_hour", "sender_per_hour", "address_per_hour", "beach_capacity",
                            "ttl_days"})
