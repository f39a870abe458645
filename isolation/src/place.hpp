// SPDX-License-Identifier: MIT
#pragma once
#include "caller.hpp"

#include <p2pchat/host.hpp>

#include <map>
#include <vector>

namespace p2pchat::isolation {

/// Where the worker of the moment can be reached by those who use what its plugin provides; it may be empty.
///
/// Thread: any, unless said otherwise.
class Place {
 public:
  using Objects = std::map<std::string, std::uint32_t, std::less<>>;  ///< by interface id
  /// Tells a new worker what the former one had been told, such as who listens.
  using Again = std::function<void(Caller& caller, std::uint32_t object)>;

  struct Reached {
    std::shared_ptr<Caller> caller;  ///< null when nobody is there
    std::uint32_t object = 0;
    std::uint64_t worker = 0;  ///< counts the workers of this place
  };

  /// `until_made` waits until the first worker has filled the place, or never will.
  Place(sdk::Host& host, std::function<void()> until_made) : host_(host), until_made_(std::move(until_made)) {}
  Reached reach(std::string_view iid);
  /// For every worker to come, before anybody else reaches it.
  void repeat(std::string_view iid, Again again);
  /// What is to be done when a worker is gone. Thread of `gone`: that of `empty`.
  void when_gone(std::function<void()> gone);
  void fill(const std::shared_ptr<Caller>& caller, Objects objects);
  void empty();
  sdk::Host& host() { return host_; }

 private:
  sdk::Host& host_;
  const std::function<void()> until_made_;
  std::mutex mutex_;
  std::shared_ptr<Caller> caller_;
  Objects objects_;
  std::uint64_t workers_ = 0;
  std::vector<std::pair<std::string, Again>> again_;
  std::vector<std::function<void()>> gone_;
};

/// A `done` hears of it later, as everybody does; anything else is let go.
template <class T>
void refuse_later(sdk::Host&, const sdk::Status&, T&&) {}
template <class... A>
void refuse_later(sdk::Host& host, const sdk::Status& status, sdk::Fn<void(const sdk::Status&, A...)>&& done) {
  if (!done) return;
  host.post([status, done = std::move(done)] { done(status, std::remove_cvref_t<A>()...); });
}

/// Carries the calls of an interface to the worker of the moment, or refuses them. Who listens, listens to all workers.
template <class Interface>
class Standing : public Interface {
 public:
  /// `place` outlives it.
  explicit Standing(Place& place) : place_(place) {}

 protected:
  ~Standing() = default;
  template <auto pointer, class... A>
  auto carry(Method<pointer>, A&&... arguments) const {
    const auto now = place_.reach(Interface::iid);
    if (now.caller) return now.caller->template call<pointer>(now.object, std::forward<A>(arguments)...);
    const auto status = absent();
    (refuse_later(place_.host(), status, std::forward<A>(arguments)), ...);
    return Caller::failed<pointer>(status, std::forward<A>(arguments)...);
  }
  template <auto pointer, class First, class... A>
  requires(!std::is_same_v<First, const sdk::Status&>) void carry(Method<pointer>,
                                                                  sdk::Fn<void(First, A...)>&& heard) const {
    const auto shared = std::make_shared<sdk::Fn<void(First, A...)>>(std::move(heard));
    const auto tell = [shared](Caller& caller, std::uint32_t object) {
      caller.call<pointer>(object, sdk::Fn<void(First, A...)>([shared](First first, A... rest) {
                             (*shared)(static_cast<First>(first), static_cast<A>(rest)...);
                           }));
    };
    const auto now = place_.reach(Interface::iid);
    if (now.caller) tell(*now.caller, now.object);
    place_.repeat(Interface::iid, tell);
  }
  static sdk::Status absent() {
    return {sdk::Errc::cancelled, "its process has ended and another one is begun: try again"};
  }

  Place& place_;
};

}  // namespace p2pchat::isolation
