// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/retries.hpp"
#include "flow/response_queue.hpp"

namespace p2pchat::bottle {

/// Throws bottles of mine: queued durably, signed and stamped, made durable again, given to the nearest nodes; tried
/// later and later until three have it or it expires, and much later when somebody there did not want it.
/// Thread: [loop].
class Throwing {
 public:
  Throwing(Shore& shore, ResponseQueue& queue) : shore_(shore), queue_(queue) {}
  /// See `sdk::Bottle::cast`.
  void cast(std::string_view body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done);
  /// Goes on with what an earlier process had begun.
  void resume();
  /// A node is there: what found none is tried now.
  void on_online();
  /// Called when a bottle of mine is new.
  std::function<void(const Own&)> on_new;

 private:
  /// Why too few have taken a bottle over.
  enum class Lack : std::uint8_t { nobody_there, refused };
  void prepare(const Id& bottle);
  void make_legs(const Id& bottle);
  bool is_newcomer() const;
  void look_around(const Id& bottle);
  void begin_round(const Id& bottle);
  void on_legs_made(const Id& bottle, const Tally& tally);
  void try_later(const Id& bottle, Lack lack);

  Shore& shore_;
  ResponseQueue& queue_;
  Retries<Id> retries_{shore_.around.host, [this](const Id& bottle) { prepare(bottle); }};
  std::uint64_t began_us_ = 0;
};

}  // namespace p2pchat::bottle
