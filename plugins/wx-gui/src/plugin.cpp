// SPDX-License-Identifier: MIT
#include "wx_gui.hpp"

#include <p2pchat/bottle.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/tables.hpp>

using namespace p2pchat;
P2PCHAT_PLUGIN(wx_gui::WxGui, .id = "wx-gui", .name = "Desktop", .version = "0.1.0", .license = "MIT",
               .dependencies = {sdk::needs<sdk::Chat>(), sdk::wants<sdk::Tables>(), sdk::wants<sdk::Bottle>(),
                                sdk::wants<sdk::Network>(), sdk::wants<sdk::Routing>()},
               .settings = {"appearance", "language"})
