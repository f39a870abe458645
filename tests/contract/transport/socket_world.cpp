// SPDX-License-Identifier: MIT
#include "kinds.hpp"
#include "socket_transport.hpp"
#include "support/real_host.hpp"

#include <chrono>
#include <map>
#include <thread>

namespace p2pchat::test {
namespace {

using socket_transport::SocketTransport;

class SocketWorld final : public TransportWorld {
 public:
  ~SocketWorld() {
    while (!transports_.empty()) end(*transports_.begin()->first);
  }
  sdk::Transport& add() override {
    auto host = std::make_unique<RealHost>(loop_);
    auto* transport = new SocketTransport(*host);
    sdk::Status status;
    loop_.call([&] { status = transport->start(); });
    EXPECT_TRUE(status.ok()) << status.text;
    transports_[transport] = {transport, std::move(host)};
    return *transport;
  }
  void end(sdk::Transport& transport) override {
    const auto found = transports_.find(&transport);
    loop_.call([&] {
      found->second.transport->stop();
      found->second.host->drop_callbacks();
      found->second.transport->destroy();
    });
    transports_.erase(found);
  }
  void call(const std::function<void()>& f) override { loop_.call(f); }
  bool until(const std::function<bool()>& condition) override { return loop_.wait_until(condition); }
  void settle() override {
    for (int turn = 0; turn < 20; ++turn) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      loop_.call([] {});
    }
  }

 private:
  struct Instance {
    SocketTransport* transport = nullptr;
    std::unique_ptr<RealHost> host;
  };
  RealLoop loop_;
  std::map<sdk::Transport*, Instance> transports_;
};

}  // namespace

TransportKind socket_kind() {
  return {"socket", [] { return std::unique_ptr<TransportWorld>(std::make_unique<SocketWorld>()); }};
}

}  // namespace p2pchat::test
