// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <utility>

namespace p2pchat::messaging {

/// Ties callbacks to the life of their owner: once it is gone, they do nothing.
///
/// A member of the owner. Making a callback is safe on any thread; calling it only on the loop, where the owner dies.
class Lifetime {
 public:
  /// `f`, called only while the owner lives.
  template <class F>
  auto guard(F f) const {
    return [alive = std::weak_ptr<const int>(token_), f = std::move(f)](auto&&... arguments) mutable {
      if (!alive.expired()) f(std::forward<decltype(arguments)>(arguments)...);
    };
  }

 private:
  std::shared_ptr<const int> token_ = std::make_shared<const int>(0);
};

}  // namespace p2pchat::messaging
