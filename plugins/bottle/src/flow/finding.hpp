// SPDX-License-Identifier: MIT
#pragma once
#include "flow/drifting.hpp"

namespace p2pchat::bottle {

/// What a person does with a found bottle. Each `done` comes when the record is durable. Thread: [loop].
class Finding {
 public:
  Finding(Shore& shore, Drifting& drifting, Mailbag& mailbag) : shore_(shore), drifting_(drifting), mailbag_(mailbag) {}
  void open(const Id& bottle, sdk::StatusFn&& done);
  void answer(const Id& bottle, std::string_view text, sdk::StatusFn&& done);
  void keep(const Id& bottle, sdk::StatusFn&& done);
  void release(const Id& bottle, sdk::StatusFn&& done);

 private:
  /// Changes a found bottle by `change`, which may refuse; then, when that is durable, does `next`.
  void change(const Id& bottle, sdk::StatusFn&& done, const std::function<sdk::Status(Held&)>& change,
              std::function<void(const SeenKey&)> next = {});

  Shore& shore_;
  Drifting& drifting_;
  Mailbag& mailbag_;
};

}  // namespace p2pchat::bottle
