// SPDX-License-Identifier: MIT
#include "support/isolated.hpp"

#include "crypto_contract.hpp"
#include "ed25519_suite.hpp"
#include "support/test_keys.hpp"

namespace p2pchat::test {
namespace {

/// A cipher in a process of its own, where the keys are.
class IsolatedSuite final : public OpenSuite {
 public:
  sdk::Crypto& crypto() override { return instance_.as<sdk::Crypto>(); }
  sdk::SecretKey* key(unsigned index) override {
    Status why;
    auto* made = crypto().read(bytes::of(ed25519_key_file(index)), "", why);
    if (!made) throw std::runtime_error(why.text);
    return made;
  }

 private:
  IsolatedInstance instance_{sdk::Crypto::iid, {{"delegation_work_bits", "8"}}};
};

const auto suites = testing::Values(SuiteMaker{"Ed25519", [] { return std::make_unique<IsolatedSuite>(); }});
const auto name_of = [](const auto& each) { return each.param.name; };

INSTANTIATE_TEST_SUITE_P(Isolated, CryptoContract, suites, name_of);
INSTANTIATE_TEST_SUITE_P(Isolated, ContactContract, suites, name_of);
INSTANTIATE_TEST_SUITE_P(Isolated, SessionContract, suites, name_of);

}  // namespace
}  // namespace p2pchat::test

int main(int argc, char** argv) { return p2pchat::test::test_or_work<p2pchat::cipher::ed25519::Suite>(argc, argv); }
