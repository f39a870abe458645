// SPDX-License-Identifier: MIT
#include <p2pchat/plugin.hpp>
#include <p2pchat/transport.hpp>

using namespace p2pchat::sdk;

namespace {

const Status unwritten(Errc::unsupported, "my-transport: not written yet");

}  // namespace

/// Moves bytes. Thread: [loop].
class MyTransport final : public PluginOf<MyTransport, Transport> {
 public:
  using PluginOf::PluginOf;
  str scheme() const override { return "my-transport"; }
  std::uint32_t max_frame() const override { return 1024 * 1024; }
  Status listen(str, Out&) override { return unwritten; }
  void send(str, bytes, StatusFn&& done) override { done(unwritten); }
  void on_frame(Fn<void(str, bytes)>&& f) override { frame_ = std::move(f); }
  void on_closed(Fn<void(str, const Status&)>&& f) override { closed_ = std::move(f); }
  void close(str) override {}
  void send_datagram(str, bytes) override {}
  void on_datagram(Fn<void(str, bytes)>&& f) override { datagram_ = std::move(f); }
  void on_unreachable(Fn<void(str)>&& f) override { unreachable_ = std::move(f); }

 private:
  Fn<void(str, bytes)> frame_, datagram_;
  Fn<void(str, const Status&)> closed_;
  Fn<void(str)> unreachable_;
};

P2PCHAT_PLUGIN(MyTransport, .id = "my-transport", .name = "My transport", .version = "0.1.0", .license = "MIT")
