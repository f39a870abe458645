// SPDX-License-Identifier: MIT
#include "plugins/event_bus.hpp"

#include <map>

namespace p2pchat::host {

struct EventBus::Listeners {
  struct Listener {
    std::string prefix;
    std::weak_ptr<Callbacks> owner;
  };
  void tell(const std::string& topic, const sdk::Id& subject, sdk::bytes detail);

  std::mutex mutex;
  std::map<std::uint64_t, Listener> all;
};

EventBus::EventBus(EventLoop& loop) : loop_(loop), listeners_(std::make_shared<Listeners>()) {}

std::uint64_t EventBus::subscribe(const std::shared_ptr<Callbacks>& owner, std::string prefix, EventFn&& f) {
  const auto token = owner->keep(std::move(f));
  if (token == 0) return 0;
  const std::lock_guard lock(listeners_->mutex);
  listeners_->all.emplace(token, Listeners::Listener{std::move(prefix), owner});
  return token;
}

void EventBus::publish(std::string_view topic, const sdk::Id& subject, sdk::bytes detail) {
  loop_.post([weak = std::weak_ptr(listeners_), name = std::string(topic), subject,
              octets = std::vector<std::uint8_t>(detail.ptr, detail.ptr + detail.len)] {
    if (const auto listeners = weak.lock()) listeners->tell(name, subject, octets);
  });
}

void EventBus::Listeners::tell(const std::string& topic, const sdk::Id& subject, sdk::bytes detail) {
  std::vector<std::pair<std::uint64_t, std::weak_ptr<Callbacks>>> hearers;
  {
    const std::lock_guard lock(mutex);
    for (const auto& [token, listener] : all)
      if (topic.starts_with(listener.prefix)) hearers.emplace_back(token, listener.owner);
  }
  for (const auto& [token, weak] : hearers) {
    const auto owner = weak.lock();
    using Sig = void(sdk::str, const sdk::Id&, sdk::bytes);
    if (owner && topic.starts_with(secret_topics) && owner->guard().plugin() != program_itself) continue;
    if (owner && owner->call<Sig>(token, Callbacks::Use::again, "event listener", topic, subject, detail)) continue;
    const std::lock_guard lock(mutex);  // cancelled, or its plugin has stopped
    all.erase(token);
  }
}

}  // namespace p2pchat::host
