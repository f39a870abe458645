// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// How loud a log line is.
enum class Level : std::int32_t { trace, debug, info, warn, error };

/// What a plugin may ask of the host; one facade per plugin instance. Append-only. Thread: [any], none blocks;
/// callbacks on the loop. Timers, subscriptions and posted calls are the plugin's and are dropped when it stops.
struct P2PCHAT_API Host : Interface {
  /// The SDK minor this host speaks.
  virtual std::uint32_t sdk_minor() const noexcept = 0;
  /// Writes one line, prefixed with the plugin's id. Never bodies, keys or whole ids.
  virtual void log(Level level, str text) noexcept = 0;
  /// Reads a setting of the plugin's own table, if set. Numbers are decimal, booleans words, arrays one entry a line.
  virtual bool config(str key, Out& value) noexcept = 0;
  /// Unix time in milliseconds; virtual in a simulation.
  virtual std::uint64_t now_ms() noexcept = 0;
  /// Monotonic time in microseconds from an arbitrary start; virtual in a simulation.
  virtual std::uint64_t ticks_us() noexcept = 0;
  /// Fills `n` bytes from the cryptographic generator; seeded in a simulation.
  virtual void random(std::uint8_t* p, std::uint64_t n) noexcept = 0;
  /// Runs `f` on the loop, after what is already there.
  virtual void post(Fn<void()>&& f) noexcept = 0;
  /// Runs `f` on the loop in `ms` milliseconds; the token cancels it.
  virtual std::uint64_t after(std::uint64_t ms, Fn<void()>&& f) noexcept = 0;
  /// Runs `work` on a worker thread, then `done` on the loop. For what takes more than a millisecond.
  virtual void offload(Fn<void()>&& work, Fn<void()>&& done) noexcept = 0;
  /// Hears events whose topic begins with `prefix`; the token cancels it. Events carry ids; readers fetch state.
  virtual std::uint64_t subscribe(str prefix, Fn<void(str topic, const Id& subject, bytes detail)>&& f) noexcept = 0;
  /// Tells subscribers, on the loop, in the order of publishing.
  virtual void publish(str topic, const Id& subject, bytes detail) noexcept = 0;
  /// Ends a timer or a subscription. An unknown token is ignored.
  virtual void cancel(std::uint64_t token) noexcept = 0;
  /// The `index`-th provider of an interface in configured order, or null. Valid until the asking plugin stops.
  virtual void* query(str iid, std::uint32_t index) noexcept = 0;
  /// Typed `query`.
  template <class I>
  I* get(std::uint32_t index = 0) noexcept {
    return static_cast<I*>(query(I::iid, index));
  }
 protected:
  ~Host() = default;
};
}  // namespace p2pchat::sdk
