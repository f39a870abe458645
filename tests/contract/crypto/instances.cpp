// SPDX-License-Identifier: MIT
#include "crypto_contract.hpp"
#include "ed25519_suite.hpp"
#include "suite.hpp"
#include "support/plain_crypto.hpp"
#include "support/test_keys.hpp"
#include "support/virtual_host.hpp"

#include <array>
#include <stdexcept>

namespace p2pchat::test {
namespace {

/// One of our ciphers with its test keys.
template <class Suite, auto file_of>
class RealSuite final : public OpenSuite {
 public:
  RealSuite() {
    host_.set("delegation_work_bits", "8");
    if (!suite_.start().ok()) throw std::runtime_error("the suite did not start");
  }
  sdk::Crypto& crypto() override { return suite_; }
  sdk::SecretKey* key(unsigned index) override {
    Status why;
    auto* made = suite_.read(bytes::of(file_of(index)), "", why);
    if (!made) throw std::runtime_error(why.text);
    return made;
  }

 private:
  VirtualClock clock_;
  VirtualHost host_{clock_};
  Suite suite_{host_};
};

constexpr auto rsa_file = [](unsigned index) { return key_file(index); };
using RsaSuite = RealSuite<cipher::rsa_aes::Suite, rsa_file>;
using Ed25519Suite = RealSuite<cipher::ed25519::Suite, ed25519_key_file>;

class PlainSuite final : public OpenSuite {
 public:
  sdk::Crypto& crypto() override { return suite_; }
  sdk::SecretKey* key(unsigned index) override {
    Status why;
    auto* made = suite_.read(bytes::of(files_.at(index)), "", why);
    if (!made) throw std::runtime_error(why.text);
    return made;
  }

 private:
  std::string new_file() {
    Status why;
    const Key made(suite_.generate(why));
    return into_sink([&](sdk::Out& out) { return made->write("", out); }).out;
  }
  VirtualClock clock_;
  VirtualHost host_{clock_};
  PlainCrypto suite_{host_};
  std::array<std::string, 4> files_{new_file(), new_file(), new_file(), new_file()};
};

template <class S>
SuiteMaker maker(const char* name) {
  return {name, [] { return std::make_unique<S>(); }};
}

const auto suites =
    testing::Values(maker<RsaSuite>("RsaAes"), maker<Ed25519Suite>("Ed25519"), maker<PlainSuite>("PlainCrypto"));
const auto name_of = [](const auto& each) { return each.param.name; };

INSTANTIATE_TEST_SUITE_P(Suites, CryptoContract, suites, name_of);
INSTANTIATE_TEST_SUITE_P(Suites, ContactContract, suites, name_of);
INSTANTIATE_TEST_SUITE_P(Suites, SessionContract, suites, name_of);

}  // namespace
}  // namespace p2pchat::test
