// SPDX-License-Identifier: MIT
#include "socket_transport.hpp"

P2PCHAT_PLUGIN(p2pchat::socket_transport::SocketTransport, .id = "socket-transport", .name = "Sockets",
               .version = "0.1.0", .license = "MIT",
               .settings = {"listen", "max_frame", "queue_limit", "relay", "map_ports"})
