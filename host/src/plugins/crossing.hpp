// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/listener.hpp"
#include "plugins/reply.hpp"

namespace p2pchat::host {

/// The way from one plugin, the caller, to another, the callee.
struct Crossing {
  Guard* callee;
  std::shared_ptr<Callbacks> caller;
};

/// What one plugin sees of an interface of another: the three shapes that every call of the SDK has.
///
/// `name` is a literal such as "Routing::join"; the callback of a call is its last argument.
template <class Interface, Tag tag>
class ProxyOf : public Interface {
 public:
  ProxyOf(Interface& target, Crossing crossing) : target_(target), crossing_(std::move(crossing)) {}

 protected:
  ~ProxyOf() = default;
  using str = sdk::str;
  using bytes = sdk::bytes;
  using Id = sdk::Id;
  using Out = sdk::Out;
  using Status = sdk::Status;
  using u32 = std::uint32_t;
  using u64 = std::uint64_t;

  /// A call that answers as it returns.
  template <class Method, class... A>
  auto pass(const char* name, Method method, A&&... arguments) const noexcept {
    return crossing_.callee->call(name, tag, [&] { return (target_.*method)(std::forward<A>(arguments)...); });
  }
  /// A call that ends by a `done`, which may be empty.
  template <class Method, class... R, class... A>
  void ask(const char* name, sdk::Fn<void(R...)>&& done, Method method, A&&... arguments) const noexcept {
    const auto reply = std::make_shared<Reply<R...>>(*crossing_.callee, crossing_.caller, name, std::move(done));
    reply->taken(pass(name, method, std::forward<A>(arguments)..., reply->give()));
  }
  /// A callback that is called again and again, as the callee gets it: on the loop, until the callee drops it or the
  /// caller stops.
  template <class... R>
  sdk::Fn<void(R...)> listener(const char* name, sdk::Fn<void(R...)>&& f) const {
    if (!f) return {};
    return Listener<R...>{crossing_.callee, crossing_.caller, crossing_.caller->keep(std::move(f)), name};
  }
  /// A call that gives nothing but a listener.
  template <class Method, class... R>
  void hear(const char* name, sdk::Fn<void(R...)>&& f, Method method) const noexcept {
    (void)pass(name, method, listener(name, std::move(f)));
  }

  Interface& target_;
  const Crossing crossing_;
};

}  // namespace p2pchat::host
