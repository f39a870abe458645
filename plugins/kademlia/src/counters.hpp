// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::kademlia {

/// What was sent, and what was dropped, by reason.
struct Counters {
  std::uint64_t sent = 0, sent_bytes = 0;
  std::uint64_t received = 0;
  std::uint64_t malformed = 0;                     ///< not a packet
  std::uint64_t unexpected = 0;                    ///< an answer nobody waits for, or from elsewhere
  std::uint64_t bad_proof = 0;                     ///< a tag or a delegation that does not hold
  std::uint64_t unknown_session = 0;               ///< a request of a session I do not have; answered with RETRY
  std::uint64_t limited = 0;                       ///< over a limit
  std::uint64_t lookups = 0, alarmed_lookups = 0;  ///< that ended; with four paths
  std::uint64_t bad_address = 0;                   ///< from, or naming, an address where no node can live
};

}  // namespace p2pchat::kademlia
