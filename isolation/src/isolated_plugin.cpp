// SPDX-License-Identifier: MIT
#include "isolation/isolated_plugin.hpp"

#include "carried.hpp"
#include "staff.hpp"
#include "standing_crypto.hpp"
#include "standing_network.hpp"
#include "standing_store.hpp"

#include <p2pchat/ui.hpp>

#include <algorithm>

namespace p2pchat::isolation {
namespace {

/// What stands for what a plugin provides, beside `Ui`.
struct Standings {
  explicit Standings(Place& place) : bottle(place), routing(place), transport(place), crypto(place), store(place) {}
  void* find(std::string_view iid) {
    void* found = nullptr;
    const auto is = [&]<class Interface>(Interface& each) {
      if (iid == Interface::iid) found = &each;
    };
    is.operator()<sdk::Bottle>(bottle), is.operator()<sdk::Routing>(routing), is.operator()<sdk::Transport>(transport);
    is.operator()<sdk::Crypto>(crypto), is.operator()<sdk::Store>(store);
    return found;
  }

  Forwarder<sdk::Bottle, Standing<sdk::Bottle>> bottle;
  Forwarder<sdk::Routing, StandingRouting> routing;
  Forwarder<sdk::Transport, StandingTransport> transport;
  Forwarder<sdk::Crypto, StandingCrypto> crypto;
  Forwarder<sdk::Store, StandingStore> store;
};

/// See `isolate`.
class IsolatedPlugin final : public sdk::PluginOf<IsolatedPlugin, sdk::Ui> {
 public:
  IsolatedPlugin(sdk::Host& its_host, WorkerCommand command)
      : PluginOf(its_host),
        command_(std::move(command)),
        staff_(host, command_, provides(sdk::Ui::iid) ? Staff::Anew::by_run : Staff::Anew::by_itself) {}

  void* query(sdk::str wanted) noexcept override {
    if (!provides(wanted)) return nullptr;
    return std::string_view(wanted) == sdk::Ui::iid ? static_cast<sdk::Ui*>(this) : standings_.find(wanted);
  }
  sdk::Status start() override {
    if (provides(sdk::Ui::iid))
      host.subscribe("ui.show", [this](sdk::str, const sdk::Id&, sdk::bytes detail) { show_at(detail.text()); });
    return staff_.start();
  }
  void stop() noexcept override {
    quit();
    staff_.stop();
  }
  std::int32_t run(std::int32_t argc, const char* const* argv) override;
  void quit() noexcept override;

 private:
  bool provides(std::string_view wanted) const {
    return std::ranges::find(command_.provides, wanted) != command_.provides.end();
  }
  void show_at(std::string_view lines);
  std::optional<std::vector<std::string>> wait(std::uint64_t pause_ms);

  const WorkerCommand command_;
  Staff staff_;
  Standings standings_{staff_.place()};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> display_;  // where the next worker shows itself; empty: as this process would
  bool asked_ = false, quitting_ = false;
};

std::string separated_by_zeros(std::int32_t argc, const char* const* argv) {
  std::string arguments;
  for (std::int32_t i = 0; i < argc; ++i) arguments.append(argv[i]).push_back('\0');
  return arguments;
}

std::int32_t IsolatedPlugin::run(std::int32_t argc, const char* const* argv) {
  const auto arguments = separated_by_zeros(argc, argv);
  BackOff back_off;
  bool shown_before = false;
  for (auto status = sdk::Status();;) {
    const auto began_us = host.ticks_us();
    const auto now = staff_.worker();
    if (!now) return 0;
    const auto end = status.ok() ? now->run(arguments) : Worker::End{std::nullopt, status.text};
    // One that opens no window the first time has told the person why. Later it is the display that is not there yet.
    if (end.code && (*end.code == 0 || !shown_before)) return *end.code;
    shown_before = true;
    const auto pause_ms = back_off.next_ms((host.ticks_us() - began_us) / 1000);
    const auto what = end.code ? "ended with code " + std::to_string(*end.code) : end.why;
    host.log(sdk::Level::warn, "its process " + what + "; the node goes on, another process is begun in " +
                                   std::to_string(pause_ms) + " ms");
    const auto display = wait(pause_ms);
    if (!display) return 0;
    status = staff_.replace(*display);
    if (status.ok())
      host.publish("notice", {}, sdk::bytes::of("this user interface had ended unexpectedly; the node went on"));
  }
}

// Somebody would like to see it, maybe on another display. Whoever sees it already needs nothing.
void IsolatedPlugin::show_at(std::string_view lines) {
  const std::lock_guard lock(mutex_);
  display_.clear();
  for (auto end = lines.find('\n'); end != lines.npos; lines.remove_prefix(end + 1), end = lines.find('\n'))
    for (const std::string_view name : {"DISPLAY=", "WAYLAND_DISPLAY=", "XAUTHORITY="})
      if (lines.starts_with(name)) display_.emplace_back(lines.substr(0, end));
  asked_ = true;
  changed_.notify_all();
}

// Until the time has passed or somebody asks for it: where to show it. Nothing when it is to quit.
std::optional<std::vector<std::string>> IsolatedPlugin::wait(std::uint64_t pause_ms) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::milliseconds(pause_ms), [this] { return quitting_ || asked_; });
  asked_ = false;
  if (quitting_) return std::nullopt;
  return display_;
}

void IsolatedPlugin::quit() noexcept {
  {
    const std::lock_guard lock(mutex_);
    quitting_ = true;
  }
  changed_.notify_all();
  staff_.quit();
}

}  // namespace

std::string_view what_stays(const sdk::Manifest& manifest) {
  for (unsigned i = 0; i < manifest.n_provides; ++i) {
    const std::string_view iid = manifest.provides[i];
    bool carried = iid == sdk::Ui::iid;
    for_each_provided([&]<class Interface>(std::type_identity<Interface>) { carried |= iid == Interface::iid; });
    if (!carried) return iid;
  }
  return {};
}

sdk::Plugin* isolate(sdk::Host& host, WorkerCommand command) {
  sdk::OutTo sockets(command.sockets);
  if (!host.config("folder", sockets) || command.sockets.find('\n') != std::string::npos) command.sockets.clear();
  return new IsolatedPlugin(host, std::move(command));
}

}  // namespace p2pchat::isolation
