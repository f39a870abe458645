// SPDX-License-Identifier: MIT
// A plugin that provides every interface a plugin can, and asks everything of a host when it hears the event `ask`.
#include "bottle.hpp"
#include "crypto.hpp"
#include "questions.hpp"
#include "routing.hpp"
#include "store.hpp"
#include "transport.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/ui.hpp>

namespace p2pchat::witness {

/// Its exit code tells how often it was asked to quit, and the length of its first argument.
class Ui : public sdk::Ui {
 public:
  std::int32_t run(std::int32_t argc, const char* const* argv) override {
    return static_cast<std::int32_t>(argc * 100 + quits_ * 10) + static_cast<std::int32_t>(std::strlen(argv[0]));
  }
  void quit() noexcept override { ++quits_; }

 protected:
  ~Ui() = default;

 private:
  int quits_ = 0;
};

class Witness final : public sdk::PluginOf<Witness, Transport, Routing, Crypto, Bottle, Store, Ui> {
 public:
  explicit Witness(sdk::Host& h) : PluginOf(h), questions_(h) {}
  sdk::Status start() override {
    host.subscribe("ask", [this](sdk::str, const sdk::Id&, sdk::bytes) { questions_.ask_all(); });
    return {};
  }
  void stop() noexcept override { host.log(sdk::Level::info, "stopped"); }

 private:
  Questions questions_;
};

}  // namespace p2pchat::witness

P2PCHAT_PLUGIN(p2pchat::witness::Witness, .id = "witness", .name = "Witness", .version = "1.2.3", .license = "MIT",
               .dependencies = {p2pchat::sdk::wants<p2pchat::sdk::Chat>()}, .settings = {"word"})
