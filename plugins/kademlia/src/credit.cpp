// SPDX-License-Identifier: MIT
#include "credit.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint32_t false_weight = 2, tolerated = 2;

template <class Counts>
std::uint32_t of(const Counts& counts, Progress progress) {
  return counts[static_cast<std::size_t>(progress)];
}

}  // namespace

std::uint8_t Credit::add() {
  referrers_.emplace_back();
  return static_cast<std::uint8_t>(referrers_.size() - 1);
}

void Credit::move(const Referrers& referrers, Progress from, Progress to) {
  for (const auto referrer : referrers) {
    auto& counts = referrers_[referrer].counts;
    auto& left = counts[static_cast<std::size_t>(from)];
    left -= left > 0;  // it may have been named while it was asked already
    ++counts[static_cast<std::size_t>(to)];
  }
}

bool Credit::is_doubtful(const Referrers& referrers) const {
  return std::ranges::all_of(referrers, [&](std::uint8_t referrer) {
    const auto& [counts, is_doubted] = referrers_[referrer];
    if (is_doubted) return true;
    const auto bad =
        of(counts, Progress::slow) + of(counts, Progress::failed) + false_weight * of(counts, Progress::disproved);
    return bad >= tolerated && bad > of(counts, Progress::answered);
  });
}

bool Credit::is_spent(const Referrers& referrers) const {
  return std::ranges::all_of(referrers, [&](std::uint8_t referrer) {
    const auto& counts = referrers_[referrer].counts;
    return of(counts, Progress::answered) == 0 && of(counts, Progress::asked) >= most_unproven;
  });
}

}  // namespace p2pchat::kademlia
