// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/owned.hpp"
#include "plugins/callbacks.hpp"

namespace p2pchat::host {

/// Sees that one `done` is called exactly once, on the loop, and never from inside the call that took it.
///
/// The plugin gets `give()`; whatever it does with it, the caller hears one answer: the plugin's, `cancelled` when it
/// was dropped uncalled, or why the call failed. A second answer is logged as a fault of the plugin. Thread: any.
template <class... A>
class Reply : public std::enable_shared_from_this<Reply<A...>> {
 public:
  Reply(Guard& callee, std::shared_ptr<Callbacks> caller, const char* name, sdk::Fn<void(A...)>&& done)
      : callee_(callee), caller_(std::move(caller)), name_(name), token_(caller_->keep(std::move(done))) {}

  /// What the plugin is handed; empty when nobody waits for an answer.
  sdk::Fn<void(A...)> give() {
    if (token_ == 0) return {};
    return Handed{this->shared_from_this()};
  }
  /// The call that took it has returned, or failed with `status`.
  void taken(const sdk::Status& status) {
    {
      const std::lock_guard lock(mutex_);
      taking_ = false;
      if (status.ok() && !dropped_) return;
      if (std::exchange(answered_, true)) return;
    }
    answer_later(isolation::Owned<A...>::failure(status.ok() ? unanswered() : status));
  }

 private:
  struct Handed {
    std::shared_ptr<Reply> reply;
    Handed(std::shared_ptr<Reply> given) : reply(std::move(given)) {}
    Handed(Handed&&) noexcept = default;
    ~Handed() {
      if (reply) reply->drop();
    }
    void operator()(A... arguments) const { reply->answer(static_cast<A>(arguments)...); }
  };

  void answer(A... arguments) {
    bool again = false, inside = false;
    {
      const std::lock_guard lock(mutex_);
      again = std::exchange(answered_, true);
      inside = taking_;
    }
    if (again) return callee_.fault(std::string("called the done of ") + name_ + " twice");
    if (const auto* what = isolation::flaw_among(arguments...))
      return answer_later(isolation::Owned<A...>::failure(callee_.nonsense(name_, what)));
    if (!inside && caller_->loop().is_current()) return deliver(static_cast<A>(arguments)...);
    answer_later(isolation::Owned<A...>::copy(static_cast<A>(arguments)...));
  }
  void drop() {
    {
      const std::lock_guard lock(mutex_);
      dropped_ = true;
      if (taking_ || std::exchange(answered_, true)) return;
    }
    answer_later(isolation::Owned<A...>::failure(unanswered()));
  }
  sdk::Status unanswered() const {
    return {sdk::Errc::cancelled, callee_.plugin() + " gave up " + name_ + " without an answer"};
  }
  void answer_later(isolation::Owned<A...> owned) {
    caller_->loop().post([self = this->shared_from_this(), owned = std::move(owned)] {
      owned.apply([&](A... arguments) { self->deliver(static_cast<A>(arguments)...); });
    });
  }
  void deliver(A... arguments) {
    caller_->template call<void(A...)>(token_, Callbacks::Use::once, name_, static_cast<A>(arguments)...);
  }

  Guard& callee_;
  const std::shared_ptr<Callbacks> caller_;
  const char* const name_;
  const std::uint64_t token_;
  std::mutex mutex_;
  bool taking_ = true, dropped_ = false, answered_ = false;
};

}  // namespace p2pchat::host
