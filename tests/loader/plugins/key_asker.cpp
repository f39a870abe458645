// SPDX-License-Identifier: MIT
// A user interface for programs: each line of stdin is a topic and a detail to publish, each line of stdout what came
// of it. It hears whatever it can.
#include <p2pchat/plugin.hpp>
#include <p2pchat/ui.hpp>

#include <condition_variable>
#include <iostream>
#include <mutex>
#include <optional>
#include <string>

namespace {

using namespace p2pchat;

class KeyAsker final : public sdk::PluginOf<KeyAsker, sdk::Ui> {
 public:
  using PluginOf::PluginOf;
  std::int32_t run(std::int32_t, const char* const*) override {
    host.subscribe("", [this](sdk::str topic, const sdk::Id&, sdk::bytes detail) { hear(std::string(topic), detail); });
    std::cout << "here\n" << std::flush;
    for (std::string line; !quits() && std::getline(std::cin, line);) {
      const auto space = line.find(' ');
      host.publish(line.substr(0, space), {}, sdk::bytes::of(line.substr(space + 1)));
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return answer_.has_value(); });
      std::cout << *std::exchange(answer_, std::nullopt) << "\n" << std::flush;
    }
    return 0;
  }
  void quit() noexcept override {
    const std::lock_guard lock(mutex_);
    quits_ = true;
  }

 private:
  bool quits() {
    const std::lock_guard lock(mutex_);
    return quits_;
  }
  void hear(std::string topic, sdk::bytes detail) {
    if (topic.starts_with("secret.")) std::cout << "overheard " << topic << "\n" << std::flush;
    if (topic != "key.answer") return;
    const std::lock_guard lock(mutex_);
    answer_ = detail.text();
    changed_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<std::string> answer_;
  bool quits_ = false;
};

}  // namespace

P2PCHAT_PLUGIN(KeyAsker, .id = "key-asker", .name = "Key asker", .version = "1.0.0", .license = "MIT")
