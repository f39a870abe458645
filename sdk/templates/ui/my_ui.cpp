// SPDX-License-Identifier: MIT
#include <p2pchat/chat.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/ui.hpp>

#include <condition_variable>
#include <cstdio>
#include <mutex>

using namespace p2pchat::sdk;

/// Says on standard output who I am and what changes, until it is asked to quit.
class MyUi final : public PluginOf<MyUi, Ui> {
 public:
  using PluginOf::PluginOf;

  Status start() override {
    host.subscribe("",
                   [](str topic, const Id&, bytes) { std::printf("%.*s\n", static_cast<int>(topic.len), topic.ptr); });
    return {};
  }

  std::int32_t run(std::int32_t, const char* const*) override {
    host.get<Chat>()->self([](const Status& status, const Id&, str, str invite) {
      const auto said = status.ok() ? std::string_view(invite) : std::string_view(status.text);
      std::printf("%.*s\n", static_cast<int>(said.size()), said.data());
      std::fflush(stdout);
    });
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return quit_; });
    return 0;
  }

  void quit() noexcept override {
    const std::lock_guard lock(mutex_);
    quit_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool quit_ = false;
};

P2PCHAT_PLUGIN(MyUi, .id = "my-ui", .name = "My user interface", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Chat>()})
