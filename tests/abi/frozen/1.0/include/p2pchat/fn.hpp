// SPDX-License-Identifier: MIT
#pragma once
#include "abi.hpp"

#include <concepts>
#include <type_traits>
#include <utility>

namespace p2pchat::sdk {
template <class Sig>
class Fn;

/// An owning, move-only callback that crosses the ABI: it carries its own call and drop.
/// Given away as `Fn&&`: the receiver keeps and drops it. Lent as `const Fn&`: a visitor, called only during the
/// call. One named `done` is called exactly once, never from inside the call that took it; it may be empty.
template <class R, class... A>
class Fn<R(A...)> {
 public:
  Fn() = default;
  template <class F>
  requires(!std::same_as<std::decay_t<F>, Fn> && std::invocable<F&, A...>) Fn(F&& f)
      : self_(new std::decay_t<F>(std::forward<F>(f))),
        call_([](void* s, A... a) -> R { return (*static_cast<std::decay_t<F>*>(s))(static_cast<A>(a)...); }),
        drop_([](void* s) { delete static_cast<std::decay_t<F>*>(s); }) {}
  Fn(Fn&& o) noexcept
      : self_(std::exchange(o.self_, nullptr)), call_(std::exchange(o.call_, nullptr)), drop_(o.drop_) {}
  Fn& operator=(Fn o) noexcept {
    std::swap(self_, o.self_), std::swap(call_, o.call_), std::swap(drop_, o.drop_);
    return *this;
  }
  ~Fn() { reset(); }
  /// Drops the callback; it is empty afterwards.
  void reset() {
    call_ = nullptr;
    if (self_) drop_(std::exchange(self_, nullptr));
  }
  /// Whether there is something to call.
  explicit operator bool() const { return call_ != nullptr; }
  /// Calls it. Undefined when empty.
  R operator()(A... a) const { return call_(self_, static_cast<A>(a)...); }

 private:
  void* self_ = nullptr;
  R (*call_)(void*, A...) = nullptr;
  void (*drop_)(void*) = nullptr;
};

/// How most calls end: a `done` that tells how it went.
using StatusFn = Fn<void(const Status&)>;
}  // namespace p2pchat::sdk
