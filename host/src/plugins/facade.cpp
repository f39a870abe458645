// SPDX-License-Identifier: MIT
#include "plugins/facade.hpp"

#include <chrono>

namespace p2pchat::host {

Facade::Facade(const Services& services, std::string plugin, Settings settings)
    : services_(services),
      settings_(std::move(settings)),
      guard_(std::move(plugin), services.threads, services.log,
             [this](const std::string& sentence) { services_.bus.publish("notice", {}, sdk::bytes::of(sentence)); }),
      callbacks_(std::make_shared<Callbacks>(guard_, services.loop)) {}

void Facade::log(sdk::Level level, sdk::str text) noexcept {
  if (const auto* what = isolation::flaw(text)) return void(guard_.nonsense("Host::log", what));
  services_.log.write(level, guard_.plugin(), text);
}

bool Facade::config(sdk::str key, sdk::Out& value) noexcept {
  const auto found = settings_.find(std::string_view(key));
  return found != settings_.end() && value.append(std::string_view(found->second));
}

std::uint64_t Facade::now_ms() noexcept {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

sdk::Fn<void()> Facade::once(std::uint64_t token, const char* name) {
  return [callbacks = callbacks_, token, name] { callbacks->call<void()>(token, Callbacks::Use::once, name); };
}

void Facade::post(sdk::Fn<void()>&& f) noexcept {
  if (const auto token = callbacks_->keep(std::move(f))) services_.loop.post(once(token, "posted call"));
}

std::uint64_t Facade::after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept {
  const auto token = callbacks_->keep(std::move(f));
  if (token) services_.loop.after(token, ms, once(token, "timer"));
  return token;
}

void Facade::offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept {
  const auto work_token = callbacks_->keep(std::move(work));
  const auto done_token = callbacks_->keep(std::move(done));
  services_.workers.run(
      [callbacks = callbacks_, work_token, after = once(done_token, "done of offloaded work")]() mutable {
        callbacks->work(work_token);
        callbacks->loop().post(std::move(after));
      });
}

std::uint64_t Facade::subscribe(sdk::str prefix, EventBus::EventFn&& f) noexcept {
  return services_.bus.subscribe(callbacks_, std::string(prefix), std::move(f));
}

void Facade::publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept {
  if (const auto* what = isolation::flaw_among(topic, detail)) return void(guard_.nonsense("Host::publish", what));
  std::string name(topic);
  if (name.starts_with(secret_topics)) name.append("/" + guard_.plugin());
  services_.bus.publish(name, subject, detail);
}

void Facade::cancel(std::uint64_t token) noexcept {
  services_.loop.cancel(token);
  callbacks_->drop(token);
}

void* Facade::query(sdk::str iid, std::uint32_t index) noexcept {
  try {
    return services_.directory.find(*this, iid, index);
  } catch (...) {  // out of memory
    return nullptr;
  }
}

}  // namespace p2pchat::host
