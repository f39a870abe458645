// SPDX-License-Identifier: MIT
#pragma once
#include "pond.hpp"

namespace p2pchat::lan_bottle {

/// Notes addressed to me: asks the nodes nearest to me for them, and hands them to whoever listens until they are
/// taken. Asks at the start, each minute for ten minutes, then each ten minutes. Thread: [loop].
class Inbox {
 public:
  using HearFn = sdk::Fn<void(const Id& bottle, const Id& sender, sdk::bytes sealed)>;

  explicit Inbox(Pond& pond) : pond_(pond) {}
  /// Begins, once this node knows who it is.
  void start();
  /// Somebody listens: what is here is told.
  void listen(HearFn f);
  /// Hands one over.
  void tell(const Held& held);
  /// What it held is safe, or worth nothing.
  void taken(const Id& note);

 private:
  void ask();
  void tell_all();

  Pond& pond_;
  HearFn hear_;
  std::uint64_t began_us_ = 0, again_timer_ = 0;
  bool is_started_ = false;
};

}  // namespace p2pchat::lan_bottle
