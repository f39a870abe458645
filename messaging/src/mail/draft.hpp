// SPDX-License-Identifier: MIT
#pragma once
#include "sessions/envelope.hpp"

#include <p2pchat/store.hpp>

#include <map>
#include <string>
#include <vector>

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

/// The last number given, by receiver; never below what is durable. What cannot be saved leaves a gap.
using LastNumbers = std::map<sdk::Id, std::uint64_t>;

/// Makes a draft of mine a letter with that number, and so a name.
sdk::Status write_letter(sdk::Crypto& crypto, const sdk::Id& me, Draft draft, std::uint64_t number, Letter& letter);

/// Stores letters as queued, and their numbers as given. Thread: the store's, inside a group, so that numbers and
/// messages are durable together or not at all.
sdk::Status save_letters(sdk::Store& store, const std::vector<Letter>& letters);

/// Reads all numbers given.
sdk::Status load_numbers(sdk::Store& store, LastNumbers& numbers);

/// Reads a queued message back. Errors: `not_found` when it no longer waits, `refused` when another identity wrote it.
sdk::Status load_letter(sdk::Store& store, sdk::Crypto& crypto, const sdk::Id& me, const sdk::Id& id, Letter& loaded);

/// Whether the line of a text would fit a record, whatever signature it gets.
bool fits_a_line(const std::string& body);

}  // namespace p2pchat::messaging
