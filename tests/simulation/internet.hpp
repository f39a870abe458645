// SPDX-License-Identifier: MIT
#pragma once
#include "chance.hpp"
#include "event_heap.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::simulation {

/// Who lives where and how long a packet takes from there to here. Every place is an endpoint in a network of its own.
///
/// Latency: places on a square, 5 to 85 ms one way by distance, and up to 5 ms of jitter. A lost datagram is lost; a
/// lost piece of a stream comes 200 ms later. Everything that arrives goes into the trace.
class Internet {
 public:
  /// Hears what comes to a place.
  using DatagramFn = std::function<void(std::string_view from, sdk::bytes payload)>;

  Internet(EventHeap& heap, std::uint64_t seed)
      : heap_(heap),
        places_chance_(seed, Purpose::places),
        latency_(seed, Purpose::latency),
        loss_(seed, Purpose::loss) {}
  double loss = 0;  ///< the share of packets that is lost
  std::uint64_t datagrams = 0, datagram_bytes = 0;
  Trace trace;

  /// A new place; its number.
  std::size_t add_place();
  /// Who lives there now hears its datagrams; empty: nobody.
  void attach(std::size_t place, DatagramFn f) { places_[place].heard = std::move(f); }
  /// Sends a datagram to an endpoint, from a place.
  void send(std::size_t from, std::string_view endpoint, sdk::bytes payload);
  /// How long a piece of a stream takes, sent again when it is lost.
  std::uint64_t stream_us(std::size_t from, std::size_t to);
  /// How long a packet takes, without chance.
  std::uint64_t distance_us(std::size_t from, std::size_t to) const;
  const std::string& endpoint(std::size_t place) const { return places_[place].endpoint; }
  /// The place an endpoint names, if it is one.
  std::optional<std::size_t> place(std::string_view endpoint) const;
  EventHeap& heap() { return heap_; }

 private:
  struct Place {
    std::string endpoint;
    double x = 0, y = 0;
    DatagramFn heard;
  };
  EventHeap& heap_;
  Chance places_chance_, latency_, loss_;
  std::vector<Place> places_;
};

}  // namespace p2pchat::simulation
