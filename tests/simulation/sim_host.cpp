// SPDX-License-Identifier: MIT
#include "sim_host.hpp"

#include <algorithm>

namespace p2pchat::simulation {

void SimHost::log(sdk::Level level, sdk::str text) noexcept {
  if (on_log) on_log(level, text);
}

bool SimHost::config(sdk::str key, sdk::Out& value) noexcept {
  for (const auto& [name, text] : settings_)
    if (name == std::string_view(key)) return value.append(std::string_view(text));
  return false;
}

void SimHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  work();
  if (done) post(std::move(done));
}

std::uint64_t SimHost::subscribe(sdk::str prefix, EventFn&& f) noexcept {
  subscriptions_.push_back({next_subscription_, std::string(prefix), std::move(f)});
  return next_subscription_++;
}

void SimHost::publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept {
  const auto concerns = [&](const Subscription& each) { return std::string_view(topic).starts_with(each.prefix); };
  if (std::ranges::none_of(subscriptions_, concerns)) return;
  post([this, name = std::string(topic), subject, octets = std::vector(detail.ptr, detail.ptr + detail.len)] {
    tell(name, subject, octets);
  });
}

/// Who hears may subscribe and cancel meanwhile.
void SimHost::tell(const std::string& topic, const sdk::Id& subject, sdk::bytes detail) {
  std::vector<std::uint64_t> tokens;
  for (const auto& each : subscriptions_)
    if (topic.starts_with(each.prefix)) tokens.push_back(each.token);
  for (const auto token : tokens) {
    const auto found = std::ranges::find(subscriptions_, token, &Subscription::token);
    if (found == subscriptions_.end()) continue;
    auto f = std::move(found->f);
    f(topic, subject, detail);
    const auto again = std::ranges::find(subscriptions_, token, &Subscription::token);
    if (again != subscriptions_.end()) again->f = std::move(f);
  }
}

void SimHost::cancel(std::uint64_t token) noexcept {
  if (token >> 63)
    std::erase_if(subscriptions_, [&](const Subscription& each) { return each.token == token; });
  else
    heap_.cancel(token);
}

void* SimHost::query(sdk::str iid, std::uint32_t index) noexcept {
  for (const auto& [name, interface] : interfaces_)
    if (name == std::string_view(iid) && index-- == 0) return interface;
  return nullptr;
}

}  // namespace p2pchat::simulation
