// SPDX-License-Identifier: MIT
#pragma once
#include "statement.hpp"

#include <p2pchat/store.hpp>

#include <cstdint>

namespace p2pchat::sqlite_store {

/// The first eight bytes of an id as a number, which is what is indexed: a third of the size, and as good as unique.
std::int64_t head_of(const sdk::Id& id);
/// The other twenty-four.
sdk::bytes rest_of(const sdk::Id& id);

/// A place as a bound of a search: SQLite's integers are signed.
std::int64_t bound(std::uint64_t place);

/// The message in a row of the view `rows`; texts are valid until the next step.
sdk::Message message_of(const Statement& row);

/// Shows the rows of the view to a visitor until it has seen enough.
sdk::Status visit(Statement& rows, const sdk::MessageVisitor& each);

}  // namespace p2pchat::sqlite_store
