// SPDX-License-Identifier: MIT
#include "lan_routing.hpp"

using p2pchat::lan_routing::LanRouting;
using namespace p2pchat::sdk;

P2PCHAT_PLUGIN(LanRouting, .id = "lan-routing", .name = "Local network", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Transport>(), needs<Crypto>(), needs<Identity>()}, .settings = {"group"})
