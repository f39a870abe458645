// SPDX-License-Identifier: MIT
#include "local_transport.hpp"

P2PCHAT_PLUGIN(p2pchat::local_transport::LocalTransport, .id = "local-transport", .name = "Sockets of one machine",
               .version = "0.1.0", .license = "MIT", .settings = {"folder", "listen", "max_frame", "queue_limit"})
