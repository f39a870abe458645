// SPDX-License-Identifier: MIT
#pragma once
#include "gateway.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace p2pchat::socket_transport {

/// Asks the router of this home to open ports, on a thread of its own; renews that at half its time, tries again after
/// five minutes what failed, and takes it back at the end.
class PortMapper {
 public:
  using FindFn = std::function<std::unique_ptr<Gateway>()>;
  /// Says what came of a try; empty name: no router opens ports. Thread: its own.
  using ToldFn = std::function<void(const std::string& gateway, std::uint16_t port, bool is_open)>;
  static constexpr std::uint32_t lease_s = 3'600;

  /// `find` are asked in turn until one finds a gateway.
  PortMapper(std::vector<FindFn> find, ToldFn told) : find_(std::move(find)), told_(std::move(told)) {}
  ~PortMapper() { stop(); }
  /// Wants these ports opened; begins with the first call. Thread: [loop].
  void want(const std::set<std::uint16_t>& ports);
  /// Takes back what is open, which waits for the router up to some seconds, and ends the thread. Thread: [loop].
  void stop();

 private:
  void work();
  bool open_all(const std::set<std::uint16_t>& ports);
  std::chrono::seconds pause(bool is_open) const;

  const std::vector<FindFn> find_;
  const ToldFn told_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::set<std::uint16_t> wanted_;
  bool is_stopping_ = false, has_news_ = false;
  std::unique_ptr<Gateway> gateway_;  // of the thread, like `open_`
  std::set<std::uint16_t> open_;
  std::thread thread_;
};

}  // namespace p2pchat::socket_transport
