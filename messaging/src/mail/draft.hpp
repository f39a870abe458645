// SPDX-License-Identifier: MIT
#pragma once
#include "sessions/envelope.hpp"

#include <p2pchat/store.hpp>

#include <map>
#include <string>

namespace p2pchat::messaging {

/// A message before it has a sequence number, and so a name.
struct Draft {
  sdk::Id to;
  std::string type, body;
  std::uint64_t time_ms = 0;
};

/// An outgoing message as the outbox holds it: its envelope (unsigned) and the id that follows from it.
struct Letter {
  sdk::Id id;
  Envelope envelope;
};

/// The last numbers given, by receiver, so that they need not be read again; never below what is durable. What fails
/// leaves a gap. Thread: the store's.
using LastNumbers = std::map<sdk::Id, std::uint64_t>;

/// Gives a draft of mine the next sequence number to its receiver, and stores it as queued. Thread: the store's,
/// inside a group, so that number and message are durable together or not at all.
sdk::Status save_draft(sdk::Store& store, sdk::Crypto& crypto, const sdk::Id& me, LastNumbers& last, const Draft& draft,
                       Letter& saved);

/// Reads a queued message back. Errors: `not_found` when it no longer waits, `refused` when another identity wrote it.
sdk::Status load_letter(sdk::Store& store, sdk::Crypto& crypto, const sdk::Id& me, const sdk::Id& id, Letter& loaded);

/// Whether the line of a text would fit a record, whatever signature it gets.
bool fits_a_line(const std::string& body);

}  // namespace p2pchat::messaging
