// SPDX-License-Identifier: MIT
#pragma once
#include "flow/shore.hpp"

#include <set>

namespace p2pchat::bottle {

/// Throws bottles that only their receiver can open. Nothing of them is kept here: whoever hands one over has it, and
/// hears when others have it, too. Thread: [loop].
class Sending {
 public:
  static constexpr std::size_t most_sealed = 16 * 1024, most_at_once = 64;

  explicit Sending(Shore& shore) : shore_(shore) {}
  /// See `sdk::Bottle::cast_to`.
  void cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done);

 private:
  using Done = std::function<void(const sdk::Status&)>;
  void throw_it(const Note& note, const Done& done);

  Shore& shore_;
  std::size_t under_way_ = 0;
  std::uint64_t newest_ms_ = 0;  // of the times given to bottles: two in one millisecond differ
};

}  // namespace p2pchat::bottle
