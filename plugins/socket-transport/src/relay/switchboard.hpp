// SPDX-License-Identifier: MIT
#pragma once
#include "../engine.hpp"
#include "control.hpp"

#include <p2pchat/host.hpp>

#include <map>

namespace p2pchat::socket_transport {

/// One end of a circuit: a connection that nobody here reads.
struct Party {
  StreamId stream = 0;
  int socket = -1;
  Endpoint seen;  ///< where it came from
};

/// Joins callers with those whom nobody can dial, and carries what they say to each other without understanding it.
///
/// A caller names an id; whoever routes is told (event `relay.wanted`) and has that node called, which dials and
/// answers; from then on the socket thread copies octets between the two. Bounds: `most` circuits in all, 4 of one
/// address, 10 s to answer, 64 KiB a second each way. Thread: [loop].
class Switchboard {
 public:
  static constexpr std::size_t most_per_address = 4;
  static constexpr std::uint32_t octets_per_second = 64 * 1024;

  Switchboard(sdk::Host& host, Engine& engine, std::uint32_t most) : host_(host), engine_(engine), most_(most) {}
  /// Takes over a connection that began with `connect` or `answer`.
  void take(const Party& party, const Control& control);
  /// Whoever routes cannot call the node that is wanted.
  void refuse(sdk::bytes call);
  /// One end has nothing more to say. False when it is not of a circuit.
  bool ended(StreamId stream);
  std::size_t size() const { return circuits_.size(); }

 private:
  struct Circuit {
    Party caller{}, called{};
    std::uint64_t timer = 0;
    int ends = 0;  // that are over
  };
  using Circuits = std::map<Octets, Circuit>;
  void connect(const Party& caller, const Control& control);
  void answer(const Party& called, const Control& control);
  void turn_away(const Party& party, Refusal why);
  void drop(Circuits::iterator circuit);

  sdk::Host& host_;
  Engine& engine_;
  const std::uint32_t most_;
  Circuits circuits_;
  std::map<StreamId, Octets> calls_;  // by either end
};

}  // namespace p2pchat::socket_transport
