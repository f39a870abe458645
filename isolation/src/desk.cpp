// SPDX-License-Identifier: MIT
#include "desk.hpp"

#include "carried.hpp"

namespace p2pchat::isolation {
namespace {

constexpr std::size_t max_log_line = 2000;

}  // namespace

Desk::~Desk() {
  for (const auto token : subscriptions_) host_.cancel(token);
}

void Desk::log(sdk::Level level, sdk::str text) { host_.log(level, std::string_view(text).substr(0, max_log_line)); }

std::uint64_t Desk::subscribe(sdk::str prefix, EventFn&& f) {
  const auto token = host_.subscribe(prefix, std::move(f));
  if (token != 0) subscriptions_.insert(token);
  return token;
}

// An event stands in the same line as calls, though it got there by another way.
void Desk::publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) {
  host_.publish(topic, subject, detail);
  callee_.line_up(loop_, detail.len, [] {});
}

// Only what is the worker's own: the token of another plugin is a number that can be guessed.
void Desk::cancel(std::uint64_t token) {
  if (subscriptions_.erase(token) != 0) host_.cancel(token);
}

std::uint32_t Desk::find(sdk::str iid, std::uint32_t index) {
  std::uint32_t object = 0;
  with_interface(iid, [&]<class Interface>(std::type_identity<Interface>) {
    auto* target = host_.get<Interface>(index);
    if (!target) return;
    auto& known = found_[{std::string(iid), index}];
    if (known == 0) known = callee_.offer(*target, loop_);
    object = known;
  });
  return object;
}

}  // namespace p2pchat::isolation
