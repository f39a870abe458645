// SPDX-License-Identifier: MIT
#include "kinds.hpp"
#include "real_time_world.hpp"
#include "socket_transport.hpp"

#include <map>

namespace p2pchat::test {
namespace {

using socket_transport::SocketTransport;

class SocketWorld final : public RealTimeWorld {
 public:
  ~SocketWorld() {
    while (!transports_.empty()) end(*transports_.begin()->first);
  }
  sdk::Transport& add() override {
    auto host = std::make_unique<RealHost>(loop);
    auto* transport = new SocketTransport(*host);
    sdk::Status status;
    loop.call([&] { status = transport->start(); });
    EXPECT_TRUE(status.ok()) << status.text;
    transports_[transport] = {transport, std::move(host)};
    return *transport;
  }
  void end(sdk::Transport& transport) override {
    const auto found = transports_.find(&transport);
    loop.call([&] {
      found->second.transport->stop();
      found->second.host->drop_callbacks();
      found->second.transport->destroy();
    });
    transports_.erase(found);
  }

 private:
  struct Instance {
    SocketTransport* transport = nullptr;
    std::unique_ptr<RealHost> host;
  };
  std::map<sdk::Transport*, Instance> transports_;
};

}  // namespace

TransportKind socket_kind() {
  return {"socket", [] { return std::unique_ptr<TransportWorld>(std::make_unique<SocketWorld>()); }};
}

}  // namespace p2pchat::test
