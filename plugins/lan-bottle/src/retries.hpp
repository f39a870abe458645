// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/octets.hpp"

#include <p2pchat/host.hpp>

#include <functional>
#include <map>

namespace p2pchat::lan_bottle {

/// What is tried until it succeeds, by note: each wait is twice the last one. Thread: [loop].
class Retries {
 public:
  /// How long the first wait is and the longest.
  struct Waits {
    std::uint64_t first_ms, longest_ms;
  };
  using TryFn = std::function<void(const bottle::Id&)>;

  Retries(sdk::Host& host, TryFn attempt) : host_(host), try_(std::move(attempt)) {}
  /// Tries now, unless that is under way.
  void begin(const bottle::Id& note);
  /// It was in vain; `on_news` is whether it is tried at once when somebody comes online.
  enum class Hope : std::uint8_t { somebody_comes, time_passes };
  void later(const bottle::Id& note, const Waits& waits, Hope hope);
  /// It succeeded, or nothing is to be done any more.
  void end(const bottle::Id& note);
  /// Somebody came online: what hopes for that and fits is tried now.
  void on_online(const std::function<bool(const bottle::Id&)>& fits);

 private:
  struct Waiting {
    std::uint64_t wait_ms = 0, timer = 0;  // no timer: under way
    Hope hope = Hope::somebody_comes;
  };
  sdk::Host& host_;
  TryFn try_;
  std::map<bottle::Id, Waiting> waiting_;
};

}  // namespace p2pchat::lan_bottle
