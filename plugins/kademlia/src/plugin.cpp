// SPDX-License-Identifier: MIT
#include "kademlia.hpp"

#include <p2pchat/tables.hpp>

using p2pchat::kademlia::Kademlia;
using namespace p2pchat::sdk;

P2PCHAT_PLUGIN(Kademlia, .id = "kademlia", .name = "Kademlia routing", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Transport>(), needs<Crypto>(), needs<Identity>(), wants<Tables>()},
               .settings = {"bootstrap"})
