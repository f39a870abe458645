// SPDX-License-Identifier: MIT
#pragma once
#include "engine.hpp"
#include "settings.hpp"
#include "transport/lifetime.hpp"
#include "transport/reports.hpp"
#include "transport/send_queue.hpp"

#include <p2pchat/host.hpp>

#include <map>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace p2pchat::local_transport {

/// Who hears of frames and of ends.
struct Ears {
  sdk::Fn<void(sdk::str from, sdk::bytes frame)> frame;
  ClosedFn closed;
};

/// Every connection of this node: connects on demand, writes what queued, hands frames up, ends what is over.
///
/// What is sent during one turn of the loop leaves with one system call in `flush`, at the end of the turn. Connecting
/// needs no waiting, except for one who listens and has not accepted many others yet: he is tried again for ten
/// seconds. No callback runs inside `send` or `close`. Thread: loop.
class Connections {
 public:
  Connections(sdk::Host& host, Engine& engine, const Folder& folder, Ears& ears, const Settings& settings)
      : host_(host), engine_(engine), folder_(folder), ears_(ears), settings_(settings) {}
  void send(const std::string& endpoint, sdk::bytes frame, sdk::StatusFn&& done);
  void close(const std::string& endpoint);
  /// Takes one event about a stream.
  void handle(const Event& event, std::span<const std::uint8_t> octets);
  /// Writes what was queued since, and reports what came of it.
  void flush();
  /// Hands the system what it takes at once and says goodbye on every connection. No callbacks.
  void shut_down();
  /// Answers everything that waits with `cancelled`; the engine has stopped.
  void cancel_all();

 private:
  enum class Phase : std::uint8_t { dialling, open, draining, over };
  struct Connection;
  using ConnectionPtr = std::shared_ptr<Connection>;
  ConnectionPtr find(const std::string& endpoint) const;
  ConnectionPtr dial(const std::string& endpoint, sdk::Status& why_not);
  /// Connects, or says by errno why not; nobody there is ECONNREFUSED.
  int connect(const ConnectionPtr& connection);
  void dial_again(const ConnectionPtr& connection);
  void stand(const ConnectionPtr& connection, StreamId stream, int socket);
  void hand_up(const ConnectionPtr& connection, std::span<const std::uint8_t> frames);
  void write(const ConnectionPtr& connection);
  void lose(const ConnectionPtr& connection, const sdk::Status& why);
  void unname(const ConnectionPtr& connection);
  void mark(const ConnectionPtr& connection);
  void schedule_flush();
  void sweep();
  void watch();

  sdk::Host& host_;
  Engine& engine_;
  const Folder& folder_;
  Ears& ears_;
  const Settings& settings_;
  std::map<std::string, ConnectionPtr> by_name_;  // until somebody asks for their end
  std::unordered_map<StreamId, ConnectionPtr> by_stream_;
  std::unordered_set<ConnectionPtr> all_;  // until they are over
  std::vector<ConnectionPtr> marked_;      // to be looked at by the next flush
  Reports reports_;
  StreamId next_stream_ = 2;
  bool flush_posted_ = false, sweeping_ = false, stopped_ = false;
};

}  // namespace p2pchat::local_transport
