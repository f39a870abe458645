// SPDX-License-Identifier: MIT
#pragma once
#include "../engine.hpp"
#include "control.hpp"

#include <p2pchat/host.hpp>

#include <functional>
#include <map>
#include <optional>
#include <span>

namespace p2pchat::socket_transport {

/// A connection past the relay.
struct Direct {
  StreamId stream = 0;
  int socket = -1;
  Endpoint place;
  Octets early{};  ///< whole frames that came behind the first
};

/// Which end of a circuit this is.
enum class End : std::uint8_t { caller, called };

/// Tries to connect two ends of a circuit directly: both dial where the relay sees the other, at the same time and from
/// the port that their connections with the relay have, so that each opens its router's door for the other (Ford,
/// Srisuresh, Kegel 2005).
///
/// Each end says `here` first and believes the other when it hears the same; then the connection is handed over. The
/// caller takes the first and closes others; the one called takes all, since only the caller knows which it takes.
/// Thread: [loop].
class Puncher {
 public:
  using DoneFn = std::function<void(const std::optional<Direct>&)>;
  /// `new_stream` gives the name of a stream that nobody used.
  Puncher(sdk::Host& host, Engine& engine, std::function<StreamId()> new_stream)
      : host_(host), engine_(engine), new_stream_(std::move(new_stream)) {}
  /// Tries for `ms`; `done` hears of a connection, or, at the caller's end, that there is none in time. `call` is the
  /// circuit's, `from` where its connection comes from, so that the router shows the port that the relay saw.
  void start(End end, const Octets& call, const Endpoint& from, const Endpoint& to, std::uint64_t ms, DoneFn done);
  /// Takes an event about one of its own streams; false when it is not.
  bool handle(const Event& event, std::span<const std::uint8_t> octets);
  /// Somebody dialled me and said `here`. False when nobody waits for that.
  bool arrived(const Octets& call, const Direct& direct);

 private:
  struct Trial {
    End at = End::caller;
    Endpoint from{}, to{};
    DoneFn done{};
    StreamId stream = 0;
    int socket = -1, failures = 0;
    std::uint64_t deadline = 0, again = 0;
  };
  using Trials = std::map<Octets, Trial>;
  void dial(Trial& trial);
  void hand_over(Trials::iterator trial, const Direct& direct);
  void give_up(Trials::iterator trial);

  sdk::Host& host_;
  Engine& engine_;
  std::function<StreamId()> new_stream_;
  Trials trials_;
};

}  // namespace p2pchat::socket_transport
