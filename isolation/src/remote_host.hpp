// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/flaw.hpp"
#include "remote.hpp"
#include "sides.hpp"
#include "worker_loop.hpp"

#include <atomic>
#include <map>
#include <memory>

namespace p2pchat::isolation {

/// The `Host` of the plugin of a worker: the clock, chance, timers and offloaded work are here, the rest is the node's.
/// Thread: as `Host`.
class RemoteHost final : public sdk::Host {
 public:
  /// All outlive it.
  RemoteHost(Caller& caller, WorkerLoop& loop) : caller_(caller), loop_(loop), node_(caller.shared_from_this(), 0) {}
  /// The object that answers for the node.
  NodeSide& node() { return node_; }
  /// The plugin has stopped: what it asks for from now on is named, and not heard.
  void end() { ended_ = true; }
  /// Whether this thread is the loop; names a call that was made elsewhere, and what its caller hears.
  bool on_loop() const { return loop_.here(); }
  sdk::Status off_loop(const char* call);
  /// Drops offloaded work that does not run yet, and waits until none runs any more.
  void finish_offloaded() { offloaded_.stop(); }

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override {
    if (is_sound("Host::log", text)) node_.log(level, text);
  }
  bool config(sdk::str key, sdk::Out& value) noexcept override { return heeds("config") && node_.config(key, value); }
  std::uint64_t now_ms() noexcept override;
  std::uint64_t ticks_us() noexcept override;
  void random(std::uint8_t* p, std::uint64_t n) noexcept override;
  void post(sdk::Fn<void()>&& f) noexcept override {
    if (heeds("post")) loop_.post(std::move(f));
  }
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override;
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, NodeSide::EventFn&& f) noexcept override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override {
    if (heeds("publish") && is_sound("Host::publish", topic, detail)) node_.publish(topic, subject, detail);
  }
  void cancel(std::uint64_t token) noexcept override;
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  // Nobody hears of a call without an answer that it could not be made, so it is said in the log.
  template <class... A>
  bool is_sound(const char* call, const A&... arguments) {
    const auto* what = flaw_among(arguments...);
    if (what) node_.log(sdk::Level::error, std::string(call) + " gave " + what);
    return !what;
  }
  bool heeds(const char* call);
  struct Listener {
    std::shared_ptr<NodeSide::EventFn> f;
    std::uint64_t at_node = 0;  // the node's token
  };
  struct Found {
    void* interface = nullptr;
    std::shared_ptr<void> stub;
  };

  Caller& caller_;
  WorkerLoop& loop_;
  Stub<NodeSide> node_;
  WorkerLoop offloaded_;
  std::atomic<bool> ended_ = false;
  std::mutex mutex_;
  std::uint64_t last_subscription_ = 1;
  std::map<std::uint64_t, Listener> listeners_;  // by our token
  std::map<std::pair<std::string, std::uint32_t>, Found> found_;
};

}  // namespace p2pchat::isolation
