// SPDX-License-Identifier: MIT
#pragma once
#include "database.hpp"

#include <p2pchat/abi.hpp>

#include <span>

namespace p2pchat::sqlite_store {

/// The steps from an empty file to today's schema: step n makes version n of version n - 1. Never edited, only added
/// to.
std::span<const char* const> migrations();

/// The version a file is of, 0 for an empty one.
sdk::Status read_version(Database& database, std::int64_t& version);

/// Brings a file up to the last of `steps`, all in one transaction. Errors: `unsupported`: it is of a newer version,
/// and nothing of it was touched.
sdk::Status migrate(Database& database, std::span<const char* const> steps);

}  // namespace p2pchat::sqlite_store
