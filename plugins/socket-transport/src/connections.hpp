// SPDX-License-Identifier: MIT
#pragma once
#include "engine.hpp"
#include "name_cache.hpp"
#include "relay/puncher.hpp"
#include "relay/switchboard.hpp"
#include "settings.hpp"
#include "transport/lifetime.hpp"
#include "transport/reports.hpp"
#include "transport/send_queue.hpp"

#include <p2pchat/host.hpp>
#include <p2pchat/transport.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace p2pchat::socket_transport {

/// Who hears of frames and of ends; where to dial from so that one's own port is seen.
struct Ears {
  sdk::Fn<void(sdk::str from, sdk::bytes frame)> frame;
  ClosedFn closed;
  std::function<std::optional<Endpoint>(const Endpoint& to)> port;
  sdk::Fn<void(sdk::str from, sdk::bytes payload)> datagram;
};

/// Every connection of this node: dials on demand, writes what queued, hands frames up, ends what is over.
///
/// What is sent during one turn of the loop gathers in the connection's queue and leaves with one system call in
/// `flush`, at the end of the turn: the loop itself writes, without waiting, so that nothing crosses a thread on the
/// way out. A connection that the system takes no more from waits for the engine to say `writable`. No callback runs
/// inside `send` or `close`. Thread: loop.
class Connections {
 public:
  Connections(sdk::Host& host, Engine& engine, NameCache& names, Ears& ears, const Settings& settings);
  void send(std::string_view endpoint, sdk::bytes frame, sdk::StatusFn&& done);
  void close(std::string_view endpoint);
  /// Dials the node that says that somebody calls me, and answers; frames of the caller come from `endpoint#call`.
  void answer(std::string_view endpoint, const Octets& call);
  /// Dials, says one control frame, and ends.
  void tell(std::string_view endpoint, const Control& control);
  /// Whether a connection to there carries datagrams.
  bool carries_datagrams(const Endpoint& to) const;
  /// Sends a datagram as a frame, dialling when there is no connection for them: where no real ones come through.
  void send_datagram(const Endpoint& to, sdk::bytes payload);
  /// Whoever routes cannot have the one called whom a caller wants.
  void refuse(sdk::bytes call) { switchboard_.refuse(call); }
  /// Takes one event about a stream.
  void handle(const Event& event, std::span<const std::uint8_t> octets);
  /// Writes what was queued since, and reports what came of it.
  void flush();
  /// Hands the system what it takes at once and says goodbye on every connection. No callbacks.
  void shut_down();
  /// Answers everything that waits with `cancelled`; the engine has stopped.
  void cancel_all();

 private:
  enum class Phase : std::uint8_t { dialling, calling, open, draining, over };
  struct Connection;
  /// What a connection is for. A circuit is dialled from the port this node listens on, so that its router's door for
  /// that port is known; one word is not, so that it comes as a stranger's would.
  enum class Purpose : std::uint8_t { frames, circuit, word, datagrams };
  using ConnectionPtr = std::shared_ptr<Connection>;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  void unname(const ConnectionPtr& connection);
  void take_name(const ConnectionPtr& connection);
  ConnectionPtr find(std::string_view endpoint) const;
  void enqueue(const ConnectionPtr& connection, sdk::bytes frame, sdk::StatusFn&& done);
  ConnectionPtr dial(std::string_view endpoint, sdk::Status& why_not);
  ConnectionPtr dial_circuit(std::string_view endpoint, sdk::Status& why_not);
  ConnectionPtr dial_saying(std::string name, const Endpoint& to, const Control& opening, Purpose purpose);
  void begin(const ConnectionPtr& connection);
  void say_opening(const ConnectionPtr& connection);
  void hear_answer(const ConnectionPtr& connection, std::span<const std::uint8_t> frames);
  void joined(const ConnectionPtr& connection, const Control& control);
  void go_direct(const ConnectionPtr& connection, const Direct& direct);
  void take_direct(const Direct& direct);
  void release(const ConnectionPtr& connection);
  void stand(const ConnectionPtr& connection);
  void hand_to_switchboard(const Event& event, std::span<const std::uint8_t> octets);
  bool take_control(const ConnectionPtr& connection, std::span<const std::uint8_t> frame);
  StreamId new_stream();
  void make_room_for_datagrams();
  bool becomes_datagrams(const ConnectionPtr& connection);
  void hand_up_datagram(const ConnectionPtr& connection, sdk::bytes payload);
  void dial_next(const ConnectionPtr& connection, const sdk::Status& why);
  void accepted(const Event& event);
  void admit(const Event& event);
  void opened(const ConnectionPtr& connection, int socket);
  void hand_up(const ConnectionPtr& connection, std::span<const std::uint8_t> frames);
  void write(const ConnectionPtr& connection);
  void ended(const ConnectionPtr& connection, int error);
  void lose(const ConnectionPtr& connection, const sdk::Status& why);
  void mark(const ConnectionPtr& connection);
  void tell(sdk::StatusFn&& done, const sdk::Status& status);
  void schedule_flush();
  void report();
  void watch();
  void sweep();

  sdk::Host& host_;
  Engine& engine_;
  NameCache& names_;
  Ears& ears_;
  const Settings& settings_;
  Switchboard switchboard_;
  Puncher puncher_;
  std::unordered_map<std::string, ConnectionPtr, Hash, std::equal_to<>> by_name_;
  ConnectionPtr recent_;  // of those in by_name_, where `send` went last: a busy node says much to one peer at a time
  std::unordered_map<StreamId, ConnectionPtr> by_stream_;
  std::unordered_set<ConnectionPtr> all_;  // until they are over
  std::vector<ConnectionPtr> marked_;      // to be looked at by the next flush
  Reports reports_;
  StreamId next_stream_ = 2;
  bool flush_posted_ = false, sweeping_ = false, stopped_ = false;
};

}  // namespace p2pchat::socket_transport
