// SPDX-License-Identifier: MIT
#pragma once
#include "internet.hpp"

#include <p2pchat/transport.hpp>

namespace p2pchat::simulation {

/// The datagrams of one node; it has no frames, because `SimNetwork` stands for sessions.
class SimTransport final : public sdk::Transport {
 public:
  SimTransport(Internet& internet, std::size_t place) : internet_(internet), place_(place) {
    internet_.attach(place_, [this](std::string_view from, sdk::bytes payload) {
      if (on_heard) on_heard(from, payload);
      if (heard_) heard_(from, payload);
    });
  }
  ~SimTransport() { internet_.attach(place_, {}); }
  SimTransport(const SimTransport&) = delete;
  SimTransport& operator=(const SimTransport&) = delete;

  /// See what this node sends, and swallow it with false, and what it hears: how a liar lies. May be empty.
  std::function<bool(std::string_view to, sdk::bytes payload)> on_sent;
  std::function<void(std::string_view from, sdk::bytes payload)> on_heard;

  sdk::str scheme() const override { return "simulated"; }
  std::uint32_t max_frame() const override { return 0; }
  sdk::Status listen(sdk::str, sdk::Out&) override { return {}; }
  void send(sdk::str, sdk::bytes, sdk::StatusFn&&) override {}
  void on_frame(sdk::Fn<void(sdk::str, sdk::bytes)>&&) override {}
  void on_closed(sdk::Fn<void(sdk::str, const sdk::Status&)>&&) override {}
  void close(sdk::str) override {}
  void send_datagram(sdk::str endpoint, sdk::bytes payload) override {
    if (!on_sent || on_sent(endpoint, payload)) internet_.send(place_, endpoint, payload);
  }
  void on_datagram(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { heard_ = std::move(f); }
  void on_unreachable(sdk::Fn<void(sdk::str)>&&) override {}

 private:
  Internet& internet_;
  const std::size_t place_;
  sdk::Fn<void(sdk::str, sdk::bytes)> heard_;
};

}  // namespace p2pchat::simulation
