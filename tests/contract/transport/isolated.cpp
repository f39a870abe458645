// SPDX-License-Identifier: MIT
#include "support/isolated.hpp"

#include "real_time_world.hpp"
#include "socket_transport.hpp"

#include <map>

namespace p2pchat::test {
namespace {

/// Transports in processes of their own, one each, on one loop.
class IsolatedWorld final : public RealTimeWorld {
 public:
  sdk::Transport& add() override {
    auto instance = std::make_unique<IsolatedInstance>(loop, sdk::Transport::iid);
    auto& added = instance->as<sdk::Transport>();
    instances_[&added] = std::move(instance);
    return added;
  }
  void end(sdk::Transport& transport) override { instances_.erase(&transport); }

 private:
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
