// SPDX-License-Identifier: MIT
#include "contract/store/store_contract.hpp"
#include "subject.hpp"
#include "support/virtual_host.hpp"

#include <stdexcept>

namespace p2pchat::conformance {
namespace {

/// The store of the subject, in a folder of its own.
class SubjectStore final : public test::OpenStore {
 public:
  SubjectStore() {
    settle(host_);
    auto name = (std::filesystem::current_path() / "store-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    instance_.start();
    open();
  }
  ~SubjectStore() override { store().close(); }
  sdk::Store& store() override { return instance_.get<sdk::Store>(); }
  void reopen() override {
    store().close();
    open();
  }

 private:
  void open() {
    std::string notice;
    sdk::OutTo out(notice);
    const auto status = store().open(folder_, out);
    if (!status.ok()) throw std::runtime_error(std::string("it does not open: ") + status.text);
    EXPECT_EQ(notice, "") << "nothing was the matter, so it has nothing to tell";
  }
  std::string folder_;
  test::VirtualClock clock_;
  test::VirtualHost host_{clock_, Subject::seed()};
  const Subject subject_;
  Instance instance_{subject_, host_};
};

std::vector<test::StoreMaker> stores() {
  if (!Subject().provides<sdk::Store>()) return {};
  return {{"it", [] { return std::make_unique<SubjectStore>(); }}};
}

}  // namespace
}  // namespace p2pchat::conformance

namespace p2pchat::test {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(StoreContract);
INSTANTIATE_TEST_SUITE_P(Plugin, StoreContract, testing::ValuesIn(conformance::stores()),
                         [](const auto& each) { return each.param.name; });

}  // namespace p2pchat::test
