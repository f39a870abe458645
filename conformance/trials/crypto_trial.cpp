// SPDX-License-Identifier: MIT
#include "contract/crypto/crypto_contract.hpp"
#include "subject.hpp"
#include "support/virtual_host.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace p2pchat::conformance {
namespace {

/// The cipher of the subject. Keys take long to make, so trials share four, as files in the folder where they work.
class SubjectSuite final : public test::OpenSuite {
 public:
  SubjectSuite() {
    settle(host_);
    instance_.start();
  }
  sdk::Crypto& crypto() override { return instance_.get<sdk::Crypto>(); }
  sdk::SecretKey* key(unsigned index) override {
    const auto name = "key-" + std::to_string(index);
    if (!std::filesystem::exists(name)) make(name);
    std::ifstream in(name, std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(in), {}};
    sdk::Status why;
    auto* read = crypto().read(sdk::bytes::of(file), "", why);
    if (!read) throw std::runtime_error(std::string("it does not read a key that it wrote: ") + why.text);
    return read;
  }

 private:
  void make(const std::string& name) {
    sdk::Status why;
    const test::Key made(crypto().generate(why));
    if (!made) throw std::runtime_error(std::string("it cannot make a key: ") + why.text);
    const auto written = test::into_sink([&](sdk::Out& out) { return made->write("", out); });
    if (!written.ok()) throw std::runtime_error(std::string("it cannot write a key: ") + written.status.text);
    std::ofstream(name, std::ios::binary) << written.out;
  }
  test::VirtualClock clock_;
  test::VirtualHost host_{clock_, Subject::seed()};
  const Subject subject_;
  Instance instance_{subject_, host_};
};

std::vector<test::SuiteMaker> suites() {
  if (!Subject().provides<sdk::Crypto>()) return {};
  return {{"it", [] { return std::make_unique<SubjectSuite>(); }}};
}

const auto suite_name = [](const auto& each) { return each.param.name; };

}  // namespace
}  // namespace p2pchat::conformance

namespace p2pchat::test {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CryptoContract);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ContactContract);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(SessionContract);
INSTANTIATE_TEST_SUITE_P(Plugin, CryptoContract, testing::ValuesIn(conformance::suites()), conformance::suite_name);
INSTANTIATE_TEST_SUITE_P(Plugin, ContactContract, testing::ValuesIn(conformance::suites()), conformance::suite_name);
INSTANTIATE_TEST_SUITE_P(Plugin, SessionContract, testing::ValuesIn(conformance::suites()), conformance::suite_name);

}  // namespace p2pchat::test
