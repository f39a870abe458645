// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <memory>

namespace p2pchat::presentation {

/// Calls that have not been answered, each with the time it began: how a user interface knows that the store is slow.
///
/// Thread: any.
class Pending {
 public:
  Pending();
  /// A call counts until its mark is gone; marks may outlive this.
  using Mark = std::shared_ptr<void>;
  Mark begin(std::uint64_t now_us) const;
  /// How long the oldest has waited; 0 when none does.
  std::uint64_t longest_us(std::uint64_t now_us) const;

 private:
  struct Calls;
  std::shared_ptr<Calls> calls_;
};

}  // namespace p2pchat::presentation
