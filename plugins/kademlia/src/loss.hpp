// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::kademlia {

/// How many of the answered requests had to be sent more than once, over the last sixty or so; and how often a request
/// is sent for that, so that about one in a thousand to somebody who lives goes without an answer. Those who never
/// answer say nothing about the network. Pure.
class Loss {
 public:
  static constexpr std::uint32_t least_tries = 2, most_tries = 4, window = 64, once_more_permille = 20,
                                 twice_more_permille = 120;

  void learn(bool was_sent_again) {
    again_ppm_ += ((was_sent_again ? 1'000'000 : 0) - again_ppm_) / std::int32_t(window);
  }
  /// Two where hardly anything is lost, four where every tenth datagram is.
  std::uint32_t tries() const {
    const auto permille = static_cast<std::uint32_t>(again_ppm_) / 1000;
    return least_tries + (permille > once_more_permille) + (permille > twice_more_permille);
  }

  /// Whether an answer that did not come was hardly lost.
  bool is_none() const { return again_ppm_ < 5'000; }

 private:
  std::int32_t again_ppm_ = 0;
};

}  // namespace p2pchat::kademlia
