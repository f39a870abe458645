// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/hash.hpp"
#include "bottle/refusal.hpp"
#include "note/note.hpp"

#include <functional>

namespace p2pchat::bottle {

/// What a check must know of this node. The callables are asked only when all cheaper checks passed.
struct Lookup {
  Id me;
  std::uint32_t stamp_bits = 18;
  std::function<bool(const Id& sender)> is_blocked;
  std::function<bool(const Id& sender, const Id& bottle)> is_seen;
  /// Whether quotas leave room; the last word before a signature is checked, so it may count that.
  std::function<Refusal()> quota;
};

/// Judges what a bottle claims, cheapest first, and says the first that does not hold: times, id, stamp, gas, blocked,
/// seen, quotas, key, signature. At most eight hashes, then at most one signature. A bottle of mine is `seen`.
///
/// Stamp before blocked and seen: whoever wants to know what this node has seen pays for it.
Refusal check(sdk::Crypto& crypto, const Note& note, std::uint64_t now_ms, const Lookup& lookup);

}  // namespace p2pchat::bottle
