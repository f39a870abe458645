// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace p2pchat::kademlia {

/// How far a lookup is with a candidate.
enum class Progress : std::uint8_t {
  fresh,
  asked,
  slow,       ///< did not answer within the usual time
  answered,   ///< proved itself and answered
  failed,     ///< did not answer
  disproved,  ///< another id lives at that address
};
inline constexpr std::size_t progress_kinds = static_cast<std::size_t>(Progress::disproved) + 1;

/// Who named a candidate, as numbers that `Credit` gave.
using Referrers = std::vector<std::uint8_t>;

/// What the word of each node that named others is worth within one lookup, by how its referrals turned out.
///
/// Whoever names two that fail, or one where another id lives, and no more than that which answer, is in doubt: what
/// only such nodes name is asked last. It stays at that: who restarts with a new key at his old address makes honest
/// nodes name him falsely, so blame that lasted would be a lever.
class Credit {
 public:
  static constexpr std::uint32_t most_unproven = 2;

  /// A new referrer; at most 256.
  std::uint8_t add();
  /// What this one named counts for little, whatever comes of it.
  void doubt(std::uint8_t referrer) { referrers_[referrer].is_doubted = true; }
  /// One of their referrals moved on.
  void move(const Referrers& referrers, Progress from, Progress to);
  /// Whether everybody who named it is in doubt.
  bool is_doubtful(const Referrers& referrers) const;
  /// Whether it has to wait, because everybody who named it has as many in flight as he gets until one has answered.
  bool is_spent(const Referrers& referrers) const;

 private:
  struct Referrer {
    std::array<std::uint32_t, 6> counts{};  // by progress
    bool is_doubted = false;
  };
  std::vector<Referrer> referrers_;
};

}  // namespace p2pchat::kademlia
