// SPDX-License-Identifier: MIT
#pragma once
#include "database.hpp"
#include "directory.hpp"

#include <p2pchat/abi.hpp>

#include <string>

namespace p2pchat::sqlite_store {

/// Opens the store of a held directory, ready for use: settings, checked when in doubt, schema of today.
///
/// What turns out to be damaged is set aside and a new store begun; `notice` says so in one sentence.
sdk::Status open_store(Database& database, const Directory& directory, std::string& notice);

}  // namespace p2pchat::sqlite_store
