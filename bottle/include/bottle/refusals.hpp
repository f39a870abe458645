// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/counters.hpp"

#include <p2pchat/host.hpp>

#include <bit>
#include <string>

namespace p2pchat::bottle {

/// Counts what is taken and refused, and tells the log when the count of one reason doubles.
class Refusals {
 public:
  explicit Refusals(sdk::Host& host) : host_(host) {}
  void count(Refusal refusal) {
    counters_.count(refusal);
    const auto so_far = counters_.of(refusal);
    if (refusal != Refusal::none && std::has_single_bit(so_far))
      host_.log(sdk::Level::debug,
                "refused: " + std::string(word(refusal)) + " (" + std::to_string(so_far) + " so far)");
  }
  const Counters& counters() const { return counters_; }

 private:
  sdk::Host& host_;
  Counters counters_;
};

}  // namespace p2pchat::bottle
