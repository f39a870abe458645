// SPDX-License-Identifier: MIT
#include "support/isolated.hpp"

#include "local_transport.hpp"
#include "real_time_world.hpp"
#include "socket_transport.hpp"
#include "support/fresh_folder.hpp"

#include <signal.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace p2pchat::test {
namespace {

using Processes = std::set<pid_t>;

/// Those this program has begun, on whichever thread, and that have not ended.
Processes begun() {
  Processes found;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream children(thread.path() / "children");
    found.insert(std::istream_iterator<pid_t>(children), {});
  }
  return found;
}

/// Transports in processes of their own, one each, on one loop.
class IsolatedWorld : public RealTimeWorld {
 public:
  explicit IsolatedWorld(IsolatedInstance::Settings settings = {}) : settings_(std::move(settings)) {}
  sdk::Transport& add() override {
    const auto before = begun();
    auto instance = std::make_unique<IsolatedInstance>(loop, sdk::Transport::iid, settings_);
    auto& added = instance->as<sdk::Transport>();
    std::ranges::set_difference(begun(), before, std::back_inserter(workers_[&added]));
    instances_[&added] = std::move(instance);
    return added;
  }
  void end(sdk::Transport& transport) override {
    instances_.erase(&transport);
    workers_.erase(&transport);
  }
  void hold(sdk::Transport& transport) override { signal(transport, SIGSTOP); }
  void release(sdk::Transport& transport) override { signal(transport, SIGCONT); }

 private:
  void signal(sdk::Transport& transport, int number) {
    ASSERT_FALSE(workers_[&transport].empty());
    for (const auto worker : workers_[&transport]) ASSERT_EQ(::kill(worker, number), 0);
  }

  const IsolatedInstance::Settings settings_;
  std::map<sdk::Transport*, std::vector<pid_t>> workers_;
  std::map<sdk::Transport*, std::unique_ptr<IsolatedInstance>> instances_;
};

struct LocalIsolatedWorld final : FreshFolder, IsolatedWorld {
  LocalIsolatedWorld() : IsolatedWorld({{"folder", path}}) {}
};

template <class World>
TransportKind kind_of(const char* name) {
  return {name, [] { return std::unique_ptr<TransportWorld>(std::make_unique<World>()); }};
}

const auto kinds = testing::Values(kind_of<IsolatedWorld>("socket"), kind_of<LocalIsolatedWorld>("local"));
const auto with_addresses = testing::Values(kind_of<IsolatedWorld>("socket"));
const auto name_of = [](const auto& each) { return std::string(each.param.name); };

INSTANTIATE_TEST_SUITE_P(Isolated, Frames, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Isolated, Endings, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Isolated, Datagrams, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Isolated, Addresses, with_addresses, name_of);

/// In the worker: of the two the local one alone is told a folder.
sdk::Plugin* transport_of(sdk::Host& host) {
  std::string folder;
  sdk::OutTo out(folder);
  if (host.config("folder", out)) return new local_transport::LocalTransport(host);
  return new socket_transport::SocketTransport(host);
}

}  // namespace
}  // namespace p2pchat::test

int main(int argc, char** argv) { return p2pchat::test::test_or_work(argc, argv, p2pchat::test::transport_of); }
