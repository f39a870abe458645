// SPDX-License-Identifier: MIT
#include "memory_store.hpp"

#include <p2pchat/plugin.hpp>

P2PCHAT_PLUGIN(p2pchat::memory_store::MemoryStore, .id = "memory-store", .name = "Memory store", .version = "0.1.0",
               .license = "MIT")
