// SPDX-License-Identifier: MIT
#include "plugins/event_bus.hpp"

namespace p2pchat::host {

std::uint64_t EventBus::subscribe(const std::shared_ptr<Callbacks>& owner, std::string prefix, EventFn&& f) {
  const auto token = owner->keep(std::move(f));
  if (token == 0) return 0;
  const std::lock_guard lock(mutex_);
  listeners_.emplace(token, Listener{std::move(prefix), owner});
  return token;
}

void EventBus::publish(std::string_view topic, const sdk::Id& subject, sdk::bytes detail) {
  loop_.post(
      [this, name = std::string(topic), subject,
       octets = std::vector<std::uint8_t>(detail.ptr, detail.ptr + detail.len)] { tell(name, subject, octets); });
}

void EventBus::tell(const std::string& topic, const sdk::Id& subject, sdk::bytes detail) {
  std::vector<std::pair<std::uint64_t, std::weak_ptr<Callbacks>>> hearers;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [token, listener] : listeners_)
      if (topic.starts_with(listener.prefix)) hearers.emplace_back(token, listener.owner);
  }
  for (const auto& [token, weak] : hearers) {
    const auto owner = weak.lock();
    using Sig = void(sdk::str, const sdk::Id&, sdk::bytes);
    if (owner && owner->call<Sig>(token, Callbacks::Use::again, "event listener", topic, subject, detail)) continue;
    const std::lock_guard lock(mutex_);  // cancelled, or its plugin has stopped
    listeners_.erase(token);
  }
}

}  // namespace p2pchat::host
