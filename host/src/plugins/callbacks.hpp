// SPDX-License-Identifier: MIT
#pragma once
#include "loop/event_loop.hpp"
#include "plugins/guard.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace p2pchat::host {

/// Every callback a plugin has handed over, until it ran, was cancelled, or the plugin stopped.
///
/// Whoever is to call one holds its token only; so once the callbacks are dropped, nothing reaches the plugin, whatever
/// queue or other plugin the token still waits in. Each runs behind the plugin's guard. Thread: any.
class Callbacks {
 public:
  enum class Use { once, again };

  Callbacks(Guard& guard, EventLoop& loop) : guard_(guard), loop_(loop) {}
  Guard& guard() { return guard_; }
  EventLoop& loop() { return loop_; }

  /// Takes a callback; 0 when it is empty or the plugin has stopped.
  template <class Sig>
  std::uint64_t keep(sdk::Fn<Sig>&& f) {
    return f ? keep(std::make_shared<Held<Sig>>(std::move(f))) : 0;
  }
  /// Calls one on the calling thread, which is the loop or a worker. False when it is no longer there.
  template <class Sig, class... A>
  bool call(std::uint64_t token, Use use, const char* name, A&&... arguments) {
    const auto held = find(token, use);
    if (!held) return false;
    (void)guard_.call(name, Tag::any, [&] { static_cast<Held<Sig>&>(*held).f(std::forward<A>(arguments)...); });
    return true;
  }
  /// `call` for work that `drop_all` waits for.
  void work(std::uint64_t token);
  /// Forgets one. An unknown token is ignored.
  void drop(std::uint64_t token);
  /// Forgets all, and waits until no work runs any more.
  void drop_all();
  /// `drop_all`, and takes none from now on.
  void close();

 private:
  struct AnyHeld {
    virtual ~AnyHeld() = default;
  };
  template <class Sig>
  struct Held final : AnyHeld {
    explicit Held(sdk::Fn<Sig>&& given) : f(std::move(given)) {}
    sdk::Fn<Sig> f;
  };

  std::uint64_t keep(std::shared_ptr<AnyHeld> held);
  std::shared_ptr<AnyHeld> find(std::uint64_t token, Use use);

  Guard& guard_;
  EventLoop& loop_;
  std::mutex mutex_;
  std::condition_variable idle_;
  std::unordered_map<std::uint64_t, std::shared_ptr<AnyHeld>> held_;
  unsigned working_ = 0;
  bool closed_ = false;
};

}  // namespace p2pchat::host
