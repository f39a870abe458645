// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <functional>
#include <map>
#include <memory>
#include <type_traits>

namespace p2pchat::routing {

/// Answers that somebody waits for: each comes once, within the ten seconds that `Routing` promises, whatever becomes
/// of the work behind it. Thread: [loop].
class Promises {
 public:
  /// After this long the answer is `timed_out`.
  static constexpr std::uint64_t promised_ms = 9'900;

  explicit Promises(sdk::Host& host) : host_(host) {}
  /// Has `ask` do the work, at once or when `begin` is called, and hands it the answer to give. `done` hears that, or
  /// that time was up, or what `fail_all` says, whichever comes first. After `fail_all` it has no effect.
  template <class... Rest, class Ask>
  void owe(sdk::Fn<void(const sdk::Status&, Rest...)>&& done, const Ask& ask);
  /// The node knows who it is: what waited begins.
  void begin();
  /// Answers all that is owed now; those who ask again when they hear of it are not meant.
  void fail_all(const sdk::Status& status);
  /// The node stops: answers all that is owed, and takes nothing more.
  void end(const sdk::Status& status);

 private:
  struct Owed {
    std::function<void()> begin;
    std::function<void(const sdk::Status&)> fail;
    std::uint64_t timer = 0;
  };
  void fail(std::uint64_t number, const sdk::Status& status);

  sdk::Host& host_;
  std::map<std::uint64_t, Owed> owed_;
  std::uint64_t next_ = 1;
  bool has_begun_ = false, is_over_ = false;
};

template <class... Rest, class Ask>
void Promises::owe(sdk::Fn<void(const sdk::Status&, Rest...)>&& done, const Ask& ask) {
  if (is_over_) return;
  const auto number = next_++;
  const auto shared = std::make_shared<sdk::Fn<void(const sdk::Status&, Rest...)>>(std::move(done));
  const auto answer = [this, number, shared](const sdk::Status& status, Rest... rest) {
    const auto owed = owed_.extract(number);
    if (!owed) return;
    host_.cancel(owed.mapped().timer);
    if (*shared) (*shared)(status, rest...);
  };
  auto& owed = owed_[number];
  owed.begin = [ask, answer] { ask(answer); };
  owed.fail = [answer](const sdk::Status& status) { answer(status, std::remove_cvref_t<Rest>{}...); };
  owed.timer = host_.after(promised_ms, [this, number] {
    fail(number,
         {sdk::Errc::timed_out, has_begun_ ? "no answer in time; try again" : "this node has no key yet; try again"});
  });
  if (has_begun_) ask(answer);
}

}  // namespace p2pchat::routing
