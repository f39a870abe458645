// SPDX-License-Identifier: MIT
#include "stranger.hpp"

P2PCHAT_PLUGIN(p2pchat::stranger::Stranger, .id = "stranger", .name = "Somebody to meet in the practice sea",
               .version = "0.1.0", .license = "MIT",
               .dependencies = {p2pchat::sdk::needs<p2pchat::sdk::Chat>(), p2pchat::sdk::wants<p2pchat::sdk::Bottle>()},
               .settings = {"seed", "temper"})
