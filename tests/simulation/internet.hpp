// SPDX-License-Identifier: MIT
#pragma once
#include "chance.hpp"
#include "event_heap.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace p2pchat::simulation {

/// Who lives where and how long a packet takes from there to here. Every place is an endpoint in a network of its own,
/// unless it is made in that of another.
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
  /// Sees each datagram as it leaves; may be empty.
  std::function<void(std::size_t from, sdk::bytes payload)> tap;

  /// A new place, if said in the network of another, which has room for 254; its number.
  std::size_t add_place(std::optional<std::size_t> beside = {});
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
    std::size_t houses = 1;  ///< of its network, when it is the first there
  };
  EventHeap& heap_;
  Chance places_chance_, latency_, loss_;
  std::vector<Place> places_;
  std::unordered_map<std::string, std::size_t> numbers_;  // by endpoint
};

}  // namespace p2pchat::simulation
