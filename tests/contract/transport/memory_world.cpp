// SPDX-License-Identifier: MIT
#include "kinds.hpp"
#include "support/memory_transport.hpp"

#include <map>

namespace p2pchat::test {
namespace {

class MemoryWorld final : public TransportWorld {
 public:
  sdk::Transport& add() override {
    auto host = std::make_unique<VirtualHost>(clock_);
    auto transport = std::make_unique<MemoryTransport>(network_, *host);
    auto& added = *transport;
    transports_[&added] = {std::move(host), std::move(transport)};
    return added;
  }
  void end(sdk::Transport& transport) override { transports_.erase(&transport); }
  void call(const std::function<void()>& f) override { f(); }
  bool until(const std::function<bool()>& condition) override { return clock_.run_until(condition); }
  void settle() override { clock_.run_for(1'000); }

 private:
  struct Instance {
    std::unique_ptr<VirtualHost> host;
    std::unique_ptr<MemoryTransport> transport;
  };
  VirtualClock clock_;
  MemoryNetwork network_{clock_};
  std::map<sdk::Transport*, Instance> transports_;
};

}  // namespace

TransportKind memory_kind() {
  return {"memory", [] { return std::unique_ptr<TransportWorld>(std::make_unique<MemoryWorld>()); }};
}

}  // namespace p2pchat::test
