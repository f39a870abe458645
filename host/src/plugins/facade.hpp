// SPDX-License-Identifier: MIT
#pragma once
#include "loop/workers.hpp"
#include "plugins/event_bus.hpp"

#include <cstdlib>
#include <map>
#include <string>

namespace p2pchat::host {

class Facade;

/// Answers `Host::query`: what of an interface there is for the plugin that asks.
class Directory {
 public:
  /// The `index`-th provider for `asker`, in configured order, or null. Thread: any.
  virtual void* find(Facade& asker, std::string_view iid, std::uint32_t index) = 0;

 protected:
  ~Directory() = default;
};

/// What all facades of one node share.
struct Services {
  Threads& threads;
  EventLoop& loop;
  Workers& workers;
  EventBus& bus;
  Log& log;
  Directory& directory;
};

/// The host as one plugin sees it.
///
/// All the plugin hands over is held in `callbacks`, so that `quiet` ends it at once. Thread: as `sdk::Host`.
class Facade final : public sdk::Host {
 public:
  using Settings = std::map<std::string, std::string, std::less<>>;

  Facade(const Services& services, std::string plugin, Settings settings);
  ~Facade() { close(); }
  Guard& guard() { return guard_; }
  const std::shared_ptr<Callbacks>& callbacks() const { return callbacks_; }
  /// Drops everything that waits to reach the plugin, and waits until none of its work runs any more.
  void quiet() { callbacks_->drop_all(); }
  /// `quiet` for good: what comes later is dropped at once.
  void close() { callbacks_->close(); }

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override;
  bool config(sdk::str key, sdk::Out& value) noexcept override;
  std::uint64_t now_ms() noexcept override;
  std::uint64_t ticks_us() noexcept override { return host::ticks_us(); }
  void random(std::uint8_t* p, std::uint64_t n) noexcept override { ::arc4random_buf(p, n); }
  void post(sdk::Fn<void()>&& f) noexcept override;
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override;
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, EventBus::EventFn&& f) noexcept override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override;
  void cancel(std::uint64_t token) noexcept override;
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  sdk::Fn<void()> once(std::uint64_t token, const char* name);

  const Services services_;
  const Settings settings_;
  Guard guard_;
  const std::shared_ptr<Callbacks> callbacks_;
};

}  // namespace p2pchat::host
