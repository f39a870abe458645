// SPDX-License-Identifier: MIT
#include "isolation/isolated_plugin.hpp"

#include "back_off.hpp"
#include "worker.hpp"

#include <p2pchat/ui.hpp>

namespace p2pchat::isolation {
namespace {

/// See `isolate`. The worker of the moment is changed by `start`, then by `run`, then by `stop`.
class IsolatedPlugin final : public sdk::PluginOf<IsolatedPlugin, sdk::Ui> {
 public:
  IsolatedPlugin(sdk::Host& its_host, WorkerCommand command) : PluginOf(its_host), command_(std::move(command)) {}

  sdk::Status start() override {
    host.subscribe("ui.show", [this](sdk::str, const sdk::Id&, sdk::bytes detail) { show_at(detail.text()); });
    return begin();
  }
  void stop() noexcept override {
    quit();
    hire(nullptr);
  }
  std::int32_t run(std::int32_t argc, const char* const* argv) override;
  void quit() noexcept override;

 private:
  sdk::Status begin();
  void hire(std::shared_ptr<Worker> worker);
  std::shared_ptr<Worker> worker();
  void show_at(std::string_view lines);
  bool wait(std::uint64_t pause_ms);

  const WorkerCommand command_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<Worker> worker_;
  std::vector<std::string> display_;  // where the next worker shows itself; empty: as this process would
  bool asked_ = false, quitting_ = false;
};

std::string separated_by_zeros(std::int32_t argc, const char* const* argv) {
  std::string arguments;
  for (std::int32_t i = 0; i < argc; ++i) arguments.append(argv[i]).push_back('\0');
  return arguments;
}

sdk::Status IsolatedPlugin::begin() {
  const auto fresh = std::make_shared<Worker>(host);
  hire(fresh);
  std::vector<std::string> display;
  {
    const std::lock_guard lock(mutex_);
    display = display_;
    asked_ = false;
  }
  return fresh->begin(command_, display);
}

void IsolatedPlugin::hire(std::shared_ptr<Worker> worker) {
  const std::lock_guard lock(mutex_);
  worker_.swap(worker);  // the former one ends without the lock
}

std::shared_ptr<Worker> IsolatedPlugin::worker() {
  const std::lock_guard lock(mutex_);
  return worker_;
}

std::int32_t IsolatedPlugin::run(std::int32_t argc, const char* const* argv) {
  const auto arguments = separated_by_zeros(argc, argv);
  BackOff back_off;
  bool shown_before = false;
  for (auto status = sdk::Status();;) {
    const auto began_us = host.ticks_us();
    const auto end = status.ok() ? worker()->run(arguments) : Worker::End{std::nullopt, status.text};
    // One that opens no window the first time has told the person why. Later it is the display that is not there yet.
    if (end.code && (*end.code == 0 || !shown_before)) return *end.code;
    shown_before = true;
    const auto pause_ms = back_off.next_ms((host.ticks_us() - began_us) / 1000);
    const auto what = end.code ? "ended with code " + std::to_string(*end.code) : end.why;
    host.log(sdk::Level::warn, "its process " + what + "; the node goes on, another process is begun in " +
                                   std::to_string(pause_ms) + " ms");
    if (!wait(pause_ms)) return 0;
    status = begin();
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

// Until the time has passed or somebody asks for it; false when it is to quit.
bool IsolatedPlugin::wait(std::uint64_t pause_ms) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::milliseconds(pause_ms), [this] { return quitting_ || asked_; });
  return !quitting_;
}

void IsolatedPlugin::quit() noexcept {
  {
    const std::lock_guard lock(mutex_);
    quitting_ = true;
  }
  changed_.notify_all();
  if (const auto now = worker()) now->quit();
}

}  // namespace

sdk::Plugin* isolate(sdk::Host& host, WorkerCommand command) { return new IsolatedPlugin(host, std::move(command)); }

}  // namespace p2pchat::isolation
