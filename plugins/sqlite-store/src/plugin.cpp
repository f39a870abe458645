// SPDX-License-Identifier: MIT
#include "sqlite_store.hpp"

#include <p2pchat/plugin.hpp>

P2PCHAT_PLUGIN(p2pchat::sqlite_store::SqliteStore, .id = "sqlite-store", .name = "SQLite store", .version = "0.1.0",
               .license = "MIT")
