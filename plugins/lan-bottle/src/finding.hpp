// SPDX-License-Identifier: MIT
#pragma once
#include "news_desk.hpp"
#include "throwing.hpp"

namespace p2pchat::lan_bottle {

/// What a person does with a found bottle. Each `done` comes when the record is durable. Thread: [loop].
class Finding {
 public:
  Finding(Pond& pond, Throwing& throwing, NewsDesk& news) : pond_(pond), throwing_(throwing), news_(news) {}
  void open(const Id& bottle, sdk::StatusFn&& done);
  void answer(const Id& bottle, std::string_view text, sdk::StatusFn&& done);
  void keep(const Id& bottle, sdk::StatusFn&& done);
  void release(const Id& bottle, sdk::StatusFn&& done);

 private:
  /// Changes a found bottle by `change`, which may refuse; then, when that is durable, does `next`.
  void change(const Id& bottle, sdk::StatusFn&& done, const std::function<sdk::Status(Held&)>& change,
              std::function<void()> next = {});
  sdk::Status seal(Held& held, std::string_view text);

  Pond& pond_;
  Throwing& throwing_;
  NewsDesk& news_;
};

}  // namespace p2pchat::lan_bottle
