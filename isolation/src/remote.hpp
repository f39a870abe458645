// SPDX-License-Identifier: MIT
#pragma once
#include "caller.hpp"

namespace p2pchat::isolation {

/// Carries the calls of an interface to an object of the other end.
template <class Interface>
class Remote : public Interface {
 public:
  Remote(std::shared_ptr<Caller> caller, std::uint32_t object) : caller_(std::move(caller)), object_(object) {}

 protected:
  ~Remote() = default;
  template <auto pointer, class... A>
  auto carry(Method<pointer>, A&&... arguments) const {
    return caller_->template call<pointer>(object_, std::forward<A>(arguments)...);
  }

 private:
  const std::shared_ptr<Caller> caller_;
  const std::uint32_t object_;
};

/// Stands for an object of the other end.
template <class Interface>
using Stub = Forwarder<Interface, Remote<Interface>>;

}  // namespace p2pchat::isolation
