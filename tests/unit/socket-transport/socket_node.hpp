// SPDX-License-Identifier: MIT
#pragma once
#include "socket_transport.hpp"
#include "support/real_host.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace p2pchat::test {

/// A socket transport on a loop of its own, and what it heard. Members named like events belong to the loop.
class SocketNode {
 public:
  using Settings = std::vector<std::pair<std::string, std::string>>;
  explicit SocketNode(const Settings& settings = {});
  SocketNode(const SocketNode&) = delete;
  ~SocketNode();
  /// Listens on a free port of this address; returns the endpoint.
  std::string listen(const std::string& where = "127.0.0.1:0");
  sdk::Status listen(const std::string& where, std::string& bound);
  /// Sends; the answer is counted in `answers`.
  void send(const std::string& to, const std::string& frame);
  /// Sends and waits for the answer.
  sdk::Status ask(const std::string& to, const std::string& frame);
  void close(const std::string& endpoint);
  /// How often `send` was answered with this. Thread: any but the loop.
  int answered(sdk::Errc code);
  bool until(const std::function<bool()>& condition) { return loop.wait_until(condition); }
  /// Ends the transport, as the host does.
  void stop();
  socket_transport::SocketTransport& transport() { return *transport_; }

  std::vector<std::pair<std::string, std::string>> frames, datagrams;
  std::vector<std::pair<std::string, sdk::Errc>> closed;
  std::vector<std::string> unreachable;
  std::map<sdk::Errc, int> answers;
  sdk::Status start_status;
  RealLoop loop;
  RealHost host{loop};

 private:
  socket_transport::SocketTransport* transport_;
  bool running_ = true;
};

}  // namespace p2pchat::test
