// SPDX-License-Identifier: MIT
#include "support/virtual_host.hpp"

#include <memory>

namespace p2pchat::test {

std::uint64_t VirtualClock::at(std::uint64_t us, std::function<void()> f) {
  const auto token = next_token_++;
  when_[token] = us;
  queue_.emplace(std::pair(us, token), std::move(f));
  return token;
}

void VirtualClock::cancel(std::uint64_t token) {
  const auto found = when_.find(token);
  if (found == when_.end()) return;
  queue_.erase({found->second, token});
  when_.erase(found);
}

bool VirtualClock::step(std::uint64_t limit_us) {
  if (queue_.empty() || queue_.begin()->first.first > limit_us) return false;
  auto node = queue_.extract(queue_.begin());
  when_.erase(node.key().second);
  now_us_ = std::max(now_us_, node.key().first);
  node.mapped()();
  return true;
}

void VirtualClock::run_for(std::uint64_t ms) {
  const auto limit = now_us_ + ms * 1000;
  while (step(limit)) {
  }
  now_us_ = limit;
}

bool VirtualClock::run_until(const std::function<bool()>& condition, std::uint64_t ms) {
  const auto limit = now_us_ + ms * 1000;
  while (!condition())
    if (!step(limit)) {
      now_us_ = limit;
      return condition();
    }
  return true;
}

VirtualHost::~VirtualHost() { drop_callbacks(); }

void VirtualHost::drop_callbacks() {
  for (auto& [token, clock_token] : timers_) clock_.cancel(clock_token);
  timers_.clear();
  subscriptions_.clear();
}

void VirtualHost::log(sdk::Level, sdk::str text) noexcept { log_lines.emplace_back(text); }

bool VirtualHost::config(sdk::str key, sdk::Out& value) noexcept {
  const auto found = settings_.find(std::string(key));
  return found != settings_.end() && value.append(std::string_view(found->second));
}

void VirtualHost::random(std::uint8_t* p, std::uint64_t n) noexcept {
  for (std::uint64_t i = 0; i < n; ++i) p[i] = static_cast<std::uint8_t>(random_());
}

std::uint64_t VirtualHost::after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept {
  const auto token = next_token_++;
  auto shared = std::make_shared<sdk::Fn<void()>>(std::move(f));
  timers_[token] = clock_.at(clock_.now_us() + ms * 1000, [this, token, shared] {
    timers_.erase(token);
    (*shared)();
  });
  return token;
}

void VirtualHost::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  work();
  if (done) post(std::move(done));
}

std::uint64_t VirtualHost::subscribe(sdk::str prefix,
                                     sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept {
  const auto token = next_token_++;
  subscriptions_[token] = {std::string(prefix), std::move(f)};
  return token;
}

void VirtualHost::publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept {
  post([this, name = std::string(topic), subject, octets = std::vector(detail.ptr, detail.ptr + detail.len)] {
    std::vector<std::uint64_t> tokens;
    for (auto& [token, subscription] : subscriptions_)
      if (name.starts_with(subscription.prefix)) tokens.push_back(token);
    for (auto token : tokens)
      if (const auto found = subscriptions_.find(token); found != subscriptions_.end())
        found->second.f(name, subject, octets);
  });
}

void VirtualHost::cancel(std::uint64_t token) noexcept {
  subscriptions_.erase(token);
  const auto found = timers_.find(token);
  if (found == timers_.end()) return;
  clock_.cancel(found->second);
  timers_.erase(found);
}

void* VirtualHost::query(sdk::str iid, std::uint32_t index) noexcept {
  const auto found = interfaces_.find(std::string(iid));
  return found != interfaces_.end() && index < found->second.size() ? found->second[index] : nullptr;
}

}  // namespace p2pchat::test
