// SPDX-License-Identifier: MIT
#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/transport.hpp>

using namespace p2pchat::sdk;

namespace {

const Status unwritten(Errc::unsupported, "my-routing: not written yet");

}  // namespace

/// Finds nodes. Thread: [loop].
class MyRouting final : public PluginOf<MyRouting, Routing> {
 public:
  using PluginOf::PluginOf;

  Status start() override {
    transport_ = host.get<Transport>();
    transport_->on_datagram([](str, bytes) {});  // what other nodes say
    return {};
  }

  void join(str, StatusFn&& done) override { done(unwritten); }
  void locate(const Id&, Fn<void(const Status&, const NodeEntry&)>&& done) override { done(unwritten, {}); }
  void closest(const Id&, std::uint32_t, NodesFn&& done) override { done(unwritten, nullptr, 0); }
  void known(const Id&, std::uint32_t, const Fn<void(const NodeEntry&)>&) override {}
  void put(const Id&, bytes, std::uint32_t, StatusFn&& done) override { done(unwritten); }
  void get(const Id&, Fn<void(const Status&, bytes)>&& done) override { done(unwritten, {}); }
  void table(const Fn<void(const NodeEntry&, std::uint32_t, std::uint32_t)>&) override {}

 private:
  Transport* transport_ = nullptr;  // there before `start`: it is needed
};

P2PCHAT_PLUGIN(MyRouting, .id = "my-routing", .name = "My routing", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Transport>()})
