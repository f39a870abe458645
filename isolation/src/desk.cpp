// SPDX-License-Identifier: MIT
#include "desk.hpp"

#include "carried.hpp"

#include <algorithm>

namespace p2pchat::isolation {
namespace {

constexpr std::size_t max_log_line = 2000;

}  // namespace

Desk::Desk(sdk::Host& host, Callee& callee, std::shared_ptr<Line> line, std::vector<std::string> declared, Life life)
    : host_(host),
      callee_(callee),
      declared_(std::move(declared)),
      life_(std::move(life)),
      loop_([line](sdk::Fn<void()>&& f) { line->add(Line::Sort::call, std::move(f)); }),
      offloaded_([this](sdk::Fn<void()>&& f) { host_.offload(std::move(f), {}); }) {}

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
  if (must_be_declared(iid) && std::ranges::find(declared_, std::string_view(iid)) == declared_.end()) return object;
  with_used(iid, [&]<class Interface>(std::type_identity<Interface>) {
    auto* target = host_.get<Interface>(index);
    if (!target) return;
    auto& known = found_[{std::string(iid), index}];
    if (known == 0) known = callee_.offer(*target, std::is_same_v<Interface, sdk::Crypto> ? offloaded_ : loop_);
    object = known;
  });
  return object;
}

}  // namespace p2pchat::isolation
