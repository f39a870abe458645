// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <utility>

namespace p2pchat::wx_gui {

/// A member of whatever asks for answers: an answer that comes when it is gone is dropped. Thread: the UI's.
class Lifetime {
 public:
  /// `f`, to be called only while this lives.
  template <class F>
  auto hold(F f) const {
    return [alive = std::weak_ptr<int>(token_), f = std::move(f)](auto&&... values) {
      if (!alive.expired()) f(std::forward<decltype(values)>(values)...);
    };
  }

 private:
  std::shared_ptr<int> token_ = std::make_shared<int>();
};

}  // namespace p2pchat::wx_gui
