// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"

#include <p2pchat/host.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace p2pchat::socket_transport {

/// Asks the system for the addresses of a name, in the order it prefers; empty when there are none. May take seconds.
std::vector<Endpoint> resolve(const std::string& name);

/// Addresses of host names: asked for on a worker of the host, one at a time so that a dead name server holds up one
/// worker and not all, and remembered for ten minutes, a failure for ten seconds. Thread: loop.
class NameCache {
 public:
  using Resolve = std::function<std::vector<Endpoint>(const std::string& name)>;
  using FoundFn = std::function<void(const std::vector<Endpoint>& addresses)>;
  explicit NameCache(sdk::Host& host, Resolve how = resolve);
  /// Finds the addresses of a name, with the given port. `found` is never called from inside; not at all after `stop`.
  void find(std::string_view name, std::uint16_t port, FoundFn found);
  void stop();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::socket_transport
