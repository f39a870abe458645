// SPDX-License-Identifier: MIT
#include "contract/transport/real_time_world.hpp"
#include "subject.hpp"

#include <map>
#include <stdexcept>

namespace p2pchat::conformance {
namespace {

/// Instances of the subject on one real loop, each with a host of its own.
class SubjectWorld final : public test::RealTimeWorld {
 public:
  ~SubjectWorld() override {
    while (!started_.empty()) end(*started_.begin()->first);
  }
  sdk::Transport& add() override {
    auto made = std::make_unique<Started>(loop, subject_);
    conformance::settle(made->host);
    sdk::Transport* transport = nullptr;
    std::string problem;
    loop.call([&] {
      try {
        made->instance.start();
        transport = &made->instance.get<sdk::Transport>();
      } catch (const std::exception& error) {
        problem = error.what();
      }
    });
    if (!transport) throw std::runtime_error(problem);
    started_[transport] = std::move(made);
    return *transport;
  }
  void end(sdk::Transport& transport) override {
    const auto found = started_.find(&transport);
    loop.call([&] {
      found->second->instance.stop();
      found->second->host.drop_callbacks();
    });
    started_.erase(found);
  }

 private:
  struct Started {
    Started(test::RealLoop& loop, const Subject& subject) : host(loop), instance(subject, host) {}
    test::RealHost host;
    Instance instance;
  };
  const Subject subject_;
  std::map<sdk::Transport*, std::unique_ptr<Started>> started_;
};

std::vector<test::TransportKind> transports() {
  if (!Subject().provides<sdk::Transport>()) return {};
  return {{"it", [] { return std::unique_ptr<test::TransportWorld>(std::make_unique<SubjectWorld>()); }}};
}

const auto kind_name = [](const auto& kind) { return kind.param.name; };

}  // namespace
}  // namespace p2pchat::conformance

namespace p2pchat::test {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Frames);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Endings);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Datagrams);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Addresses);
INSTANTIATE_TEST_SUITE_P(Plugin, Frames, testing::ValuesIn(conformance::transports()), conformance::kind_name);
INSTANTIATE_TEST_SUITE_P(Plugin, Endings, testing::ValuesIn(conformance::transports()), conformance::kind_name);
INSTANTIATE_TEST_SUITE_P(Plugin, Datagrams, testing::ValuesIn(conformance::transports()), conformance::kind_name);
INSTANTIATE_TEST_SUITE_P(Plugin, Addresses, testing::ValuesIn(conformance::transports()), conformance::kind_name);

}  // namespace p2pchat::test
