// SPDX-License-Identifier: MIT
#include <p2pchat/bottle.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/plugin.hpp>

using namespace p2pchat::sdk;

namespace {

const Status unwritten(Errc::unsupported, "my-bottle: not written yet");

}  // namespace

/// Drift bottles. Thread: [loop].
class MyBottle final : public PluginOf<MyBottle, Bottle> {
 public:
  using PluginOf::PluginOf;

  Status start() override {
    network_ = host.get<Network>();
    return network_->on_message("example.bottle", [](const Id&, std::uint64_t, str) {});
  }

  void cast(str, std::uint32_t, Fn<void(const Status&, const Id&)>&& done) override { done(unwritten, {}); }
  void beach(const Fn<void(const BottleView&)>&) override {}
  void mine(const Fn<void(const BottleView&)>&) override {}
  void journey(const Id&, const Fn<void(const BottleStep&)>&) override {}
  void open(const Id&, StatusFn&& done) override { done(unwritten); }
  void answer(const Id&, str, StatusFn&& done) override { done(unwritten); }
  void keep(const Id&, StatusFn&& done) override { done(unwritten); }
  void release(const Id&, StatusFn&& done) override { done(unwritten); }
  void cast_to(const Id&, bytes, std::uint32_t, StatusFn&& done) override { done(unwritten); }
  void on_addressed(Fn<void(const Id&, const Id&, bytes)>&& f) override { addressed_ = std::move(f); }
  void taken(const Id&) override {}

 private:
  Network* network_ = nullptr;  // there before `start`: it is needed
  Fn<void(const Id&, const Id&, bytes)> addressed_;
};

P2PCHAT_PLUGIN(MyBottle, .id = "my-bottle", .name = "My bottles", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Network>()})
