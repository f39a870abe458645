// SPDX-License-Identifier: MIT
#pragma once
#include "database.hpp"

#include <p2pchat/abi.hpp>

namespace p2pchat::sqlite_store {

/// Makes the FTS5 tokenizer `p2pchat` known to a connection: every character that stands alone is a token, the text
/// between them goes to SQLite's `unicode61`. Without it the table `words` cannot be used.
sdk::Status add_tokenizer(Database& database);

}  // namespace p2pchat::sqlite_store
