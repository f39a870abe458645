// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/owned.hpp"
#include "plugins/callbacks.hpp"

namespace p2pchat::host {

/// What stands for a callback that is called again and again, in the hands of whoever calls it.
template <class... A>
class Listener {
 public:
  Listener(Guard* callee, std::shared_ptr<Callbacks> caller, std::uint64_t token, const char* name)
      : callee_(callee), caller_(std::move(caller)), token_(token), name_(name) {}
  Listener(Listener&&) noexcept = default;
  ~Listener() {
    if (caller_) caller_->drop(token_);
  }
  void operator()(A... arguments) const {
    if (const auto* what = isolation::flaw_among(arguments...)) return void(callee_->nonsense(name_, what));
    const auto tell = [caller = caller_, token = token_, name = name_](A... each) {
      caller->template call<void(A...)>(token, Callbacks::Use::again, name, static_cast<A>(each)...);
    };
    if (caller_->loop().is_current()) return tell(static_cast<A>(arguments)...);
    if constexpr ((isolation::borrows<A> || ...))
      callee_->fault(std::string("called ") + name_ + " off the loop; the call is dropped");
    else
      caller_->loop().post(
          [tell, owned = isolation::Owned<A...>::copy(static_cast<A>(arguments)...)] { owned.apply(tell); });
  }

 private:
  Guard* callee_;
  std::shared_ptr<Callbacks> caller_;
  std::uint64_t token_;
  const char* name_;
};

}  // namespace p2pchat::host
