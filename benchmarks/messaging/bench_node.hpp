// SPDX-License-Identifier: MIT
#pragma once
#include "bench_host.hpp"
#include "fixed_routing.hpp"
#include "messaging/messaging.hpp"
#include "socket_transport.hpp"
#include "sqlite_store.hpp"
#include "suite.hpp"

#include <p2pchat/chat.hpp>

#include <filesystem>
#include <functional>
#include <optional>

namespace p2pchat::bench {

/// A node of real plugins but for routing, which knows everybody.
class BenchNode {
 public:
  enum class Signing { shared, each };
  /// `name` names its threads, at most 15 bytes; `disk` is where its data goes.
  BenchNode(std::string name, FixedRouting::Directory& directory, const std::filesystem::path& disk, Signing signing);
  ~BenchNode();
  const sdk::Id& id() const { return id_; }
  sdk::Chat& chat() { return *chat_; }
  /// CPU time of all its threads so far, in seconds.
  double cpu_s() const;
  /// Makes `f` hear which message has another state; on the loop.
  void on_state(std::function<void(const sdk::Id&)> f) {
    on_loop([&] { on_state_ = std::move(f); });
  }
  /// Whether another node stands so to this one.
  bool is(const sdk::Id& other, sdk::Relation relation);
  sdk::State state(const sdk::Id& message);
  /// How many of the newest `count` messages with a peer are delivered.
  int delivered(const sdk::Id& peer, int count);
  /// Runs `f` on the loop and waits.
  void on_loop(std::function<void()> f);
  /// Waits for the answer of an asynchronous call.
  void wait(const std::function<void(sdk::StatusFn&&)>& call);

 private:
  struct Plugins;
  void build(FixedRouting::Directory& directory, Signing signing);
  std::string name_;
  std::filesystem::path data_;
  std::unique_ptr<Plugins> plugins_;
  sdk::Chat* chat_ = nullptr;
  sdk::Id id_;
  std::function<void(const sdk::Id&)> on_state_;
};

/// One asks, the other accepts.
void befriend(BenchNode& asker, BenchNode& asked);

}  // namespace p2pchat::bench
