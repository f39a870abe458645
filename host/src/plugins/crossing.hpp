// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"
#include "plugins/listener.hpp"
#include "plugins/reply.hpp"

namespace p2pchat::host {

using isolation::method;

/// The way from one plugin, the caller, to another, the callee.
struct Crossing {
  Guard* callee;
  std::shared_ptr<Callbacks> caller;
};

/// How one argument of a call crosses, by the type of its parameter: as it is.
template <class P>
class Crossed {
 public:
  Crossed(const Crossing&, const char*, P given) : given_(static_cast<P>(given)) {}
  P give() const { return static_cast<P>(given_); }
  void taken(const sdk::Status&) const {}

 private:
  P given_;
};

/// A callback that is lent; what is shown to it and must not be looked at is left out.
template <class R, class... A>
class Crossed<const sdk::Fn<R(A...)>&> {
 public:
  Crossed(const Crossing& crossing, const char* name, const sdk::Fn<R(A...)>& each)
      : sound_(isolation::without_flaws(
            each, [callee = crossing.callee, name](const char* what) { (void)callee->nonsense(name, what); })) {}
  const sdk::Fn<R(A...)>& give() const { return sound_; }
  void taken(const sdk::Status&) const {}

 private:
  sdk::Fn<R(A...)> sound_;
};

/// A callback that is called again and again: on the loop, until the callee drops it or the caller stops.
template <class... A>
class Crossed<sdk::Fn<void(A...)>&&> {
 public:
  Crossed(const Crossing& crossing, const char* name, sdk::Fn<void(A...)>&& f) {
    if (f) listener_ = Listener<A...>{crossing.callee, crossing.caller, crossing.caller->keep(std::move(f)), name};
  }
  sdk::Fn<void(A...)>&& give() { return std::move(listener_); }
  void taken(const sdk::Status&) const {}

 private:
  sdk::Fn<void(A...)> listener_;
};

/// A `done`, which every callback is that begins with a `Status`; it may be empty.
template <class... A>
class Crossed<sdk::Fn<void(const sdk::Status&, A...)>&&> {
 public:
  Crossed(const Crossing& crossing, const char* name, sdk::Fn<void(const sdk::Status&, A...)>&& done)
      : reply_(std::make_shared<Reply<const sdk::Status&, A...>>(*crossing.callee, crossing.caller, name,
                                                                 std::move(done))) {}
  sdk::Fn<void(const sdk::Status&, A...)> give() const { return reply_->give(); }
  void taken(const sdk::Status& status) const { reply_->taken(status); }

 private:
  std::shared_ptr<Reply<const sdk::Status&, A...>> reply_;
};

/// What one plugin sees of an interface of another.
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

  /// Makes a call whose arguments cross as their types say; see `isolation::Forwarder`.
  template <auto pointer, class... A>
  auto carry(isolation::Method<pointer>, A&&... arguments) const noexcept {
    return cross<pointer>(isolation::PlainOf<pointer>(), std::forward<A>(arguments)...);
  }
  /// Makes a call whose arguments are handed through. `name` is a literal such as "Store::open".
  template <class Method, class... A>
  auto pass(const char* name, Method method, A&&... arguments) const noexcept {
    return crossing_.callee->call(name, tag, [&] { return (target_.*method)(std::forward<A>(arguments)...); });
  }

  Interface& target_;
  const Crossing crossing_;

 private:
  template <auto pointer, class R, class... P>
  R cross(std::type_identity<R(P...)>, std::type_identity_t<P>... given) const noexcept {
    const auto* name = isolation::name_of<pointer>.data();
    std::tuple<Crossed<P>...> crossed{Crossed<P>(crossing_, name, static_cast<P>(given))...};
    return std::apply(
        [&](auto&... each) -> R {
          [[maybe_unused]] const auto answer = pass(name, pointer, each.give()...);
          if constexpr (!std::is_void_v<R>)
            return answer;
          else
            (each.taken(answer), ...);
        },
        crossed);
  }
};

}  // namespace p2pchat::host
