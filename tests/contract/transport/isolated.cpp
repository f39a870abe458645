// SPDX-License-Identifier: MIT
#include "support/isolated.hpp"

#include "socket_transport.hpp"
#include "transport_world.hpp"

#include <chrono>
#include <map>
#include <thread>

namespace p2pchat::test {
namespace {

/// Transports in processes of their own, one each, on one loop.
class IsolatedWorld final : public TransportWorld {
 public:
  sdk::Transport& add() override {
    auto instance = std::make_unique<IsolatedInstance>(loop_, sdk::Transport::iid);
    auto& added = instance->as<sdk::Transport>();
    instances_[&added] = std::move(instance);
    return added;
  }
  void end(sdk::Transport& transport) override { instances_.erase(&transport); }
  void call(const std::function<void()>& f) override { loop_.call(f); }
  bool until(const std::function<bool()>& condition) override { return loop_.wait_until(condition); }
  void settle() override {
    for (int turn = 0; turn < 20; ++turn) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      loop_.call([] {});
    }
  }

 private:
  RealLoop loop_;
  std::map<sdk::Transport*, std::unique_ptr<IsolatedInstance>> instances_;
};

const auto kinds = testing::Values(
    TransportKind{"isolated", [] { return std::unique_ptr<TransportWorld>(std::make_unique<IsolatedWorld>()); }});
const auto name_of = [](const auto& each) { return std::string(each.param.name); };

INSTANTIATE_TEST_SUITE_P(Isolated, Frames, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Isolated, Endings, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Isolated, Datagrams, kinds, name_of);

}  // namespace
}  // namespace p2pchat::test

int main(int argc, char** argv) {
  return p2pchat::test::test_or_work<p2pchat::socket_transport::SocketTransport>(argc, argv);
}
