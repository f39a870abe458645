// SPDX-License-Identifier: MIT
#pragma once
#include "flow/response_queue.hpp"

namespace p2pchat::bottle {

/// Throws bottles of mine: queued durably, signed and stamped, made durable again, given to the nearest nodes; tried
/// later and later until three have it or it expires. Thread: [loop].
class Throwing {
 public:
  Throwing(Shore& shore, ResponseQueue& queue) : shore_(shore), queue_(queue) {}
  /// See `sdk::Bottle::cast`.
  void cast(std::string_view body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done);
  /// Goes on with what an earlier process had begun.
  void resume();
  /// A node is there: what waits for one is tried now.
  void on_online();
  /// Called when a bottle of mine is new.
  std::function<void()> on_changed;

 private:
  /// A bottle of mine that too few have taken over.
  struct Waiting {
    std::uint64_t wait_ms = 0, timer = 0;
  };
  void prepare(const Id& bottle);
  void make_legs(const Id& bottle);
  bool is_newcomer(const Id& bottle) const;
  void on_legs_made(const Id& bottle);
  void try_later(const Id& bottle);

  Shore& shore_;
  ResponseQueue& queue_;
  std::map<Id, Waiting> waiting_;
  std::uint64_t began_us_ = 0;
};

}  // namespace p2pchat::bottle
