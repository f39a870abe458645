// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/journey.hpp"
#include "note.hpp"

namespace p2pchat::lan_bottle {

/// A note that this node has: a drift bottle of mine, another's that lies here, one that waits for its receiver or for
/// me to take it. One record; each change of its state is one write.
struct Held {
  Note note;
  std::uint64_t here_ms = 0;       ///< when it was thrown or came, by my clock
  Voyage voyage = Voyage::unread;  ///< of mine only the journey says it
  bool owes_news = false;          ///< its sender does not know yet that it lies here
  bool is_answered = false;
  bool is_gone = false;     ///< released: here until somebody else has it, and for what it owes
  bool is_thrown = false;   ///< of mine: three have it; of a released one: somebody has it
  Octets reply{};           ///< sealed; empty unless it still has to reach the sender
  Journey journey{};        ///< of mine; its steps are records of their own
  std::uint64_t timer = 0;  ///< wakes when it ends; no part of the record

  bool owes() const { return owes_news || !reply.empty(); }
};

/// A held note as the table `notes` keeps it, under its id: a JSON object.
std::string held_record(const Held& held);
/// Reads it, and names the note again.
std::optional<Held> read_held_record(sdk::Crypto& crypto, std::string_view text);

}  // namespace p2pchat::lan_bottle
