// SPDX-License-Identifier: MIT
#include "terminal_ui.hpp"

#include <p2pchat/bottle.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>

using namespace p2pchat;
P2PCHAT_PLUGIN(terminal_ui::TerminalUi, .id = "terminal-ui", .name = "Terminal", .version = "0.1.0", .license = "MIT",
               .dependencies = {sdk::needs<sdk::Chat>(), sdk::wants<sdk::Network>(), sdk::wants<sdk::Routing>(),
                                sdk::wants<sdk::Bottle>()})
