// SPDX-License-Identifier: MIT
#include "suite.hpp"

#include "rsa_fixture.hpp"
#include "support/virtual_host.hpp"

#include <atomic>
#include <thread>

namespace p2pchat::test {
namespace {

class SuiteTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(suite.start().ok()); }
  sdk::SecretKey* key(unsigned index) {
    Status why;
    auto* made = suite.read(bytes::of(key_file(index)), "", why);
    EXPECT_TRUE(made) << why.text;
    return made;
  }
  VirtualClock clock;
  VirtualHost host{clock};
  cipher::rsa_aes::Suite suite{host};
};

TEST_F(SuiteTest, TakesItsSettings) {
  host.set("bits", "3072");
  host.set("delegation_work_bits", "4");
  ASSERT_TRUE(suite.start().ok());
  Status why;
  auto* made = suite.generate(why);
  ASSERT_TRUE(made) << why.text;
  Octets public_key, secret, delegation;
  sdk::OutTo key_out(public_key), secret_out(secret), delegation_out(delegation);
  EXPECT_TRUE(made->public_key(key_out).ok());
  EXPECT_EQ(public_key.size(), 422u);
  EXPECT_TRUE(made->delegate(host.now_ms() + 1000, secret_out, delegation_out).ok());
  Id owner;
  EXPECT_TRUE(suite.check(cipher::view(delegation), host.now_ms(), owner).ok());
  made->destroy();
}

TEST_F(SuiteTest, RefusesSettingsItCannotObeyByName) {
  for (const auto& [name, value] : {std::pair("bits", "1024"), std::pair("bits", "many"), std::pair("bits", "2048x"),
                                    std::pair("bits", ""), std::pair("delegation_work_bits", "41")}) {
    VirtualHost other(clock);
    other.set(name, value);
    cipher::rsa_aes::Suite refused(other);
    const auto status = refused.start();
    EXPECT_EQ(status.code, Errc::invalid) << name << "=" << value;
    EXPECT_NE(std::string(status.text).find(name), std::string::npos);
  }
}

TEST_F(SuiteTest, SessionsOutliveTheKeyTheyBeganWith) {
  auto *alice = key(0), *bob = key(1);
  Octets bobs;
  sdk::OutTo bobs_out(bobs);
  ASSERT_TRUE(bob->public_key(bobs_out).ok());
  Id bob_id;
  ASSERT_TRUE(suite.identify(cipher::view(bobs), bob_id).ok());
  auto *dialling = alice->session(sdk::Role::initiator, bob_id), *answering = bob->session(sdk::Role::responder, {});
  alice->destroy();
  bob->destroy();
  Octets message;
  for (int i = 0; i < 5; ++i) {
    Octets next;
    sdk::OutTo out(next);
    ASSERT_TRUE((i % 2 == 0 ? dialling : answering)->step(cipher::view(message), out).ok());
    message = next;
  }
  EXPECT_TRUE(dialling->established() && answering->established());
  dialling->destroy();
  answering->destroy();
}

TEST_F(SuiteTest, AFullSinkIsAnErrorAndNothingWorse) {
  struct Full final : sdk::Out {
    std::uint8_t* grow(std::uint64_t) noexcept override { return nullptr; }
  } full;
  auto* mine = key(0);
  EXPECT_EQ(mine->public_key(full).code, Errc::too_large);
  EXPECT_EQ(mine->sign(bytes::of("message"), full).code, Errc::too_large);
  EXPECT_EQ(suite.ephemeral(full, full).code, Errc::too_large);
  mine->destroy();
}

TEST_F(SuiteTest, WorksOnManyThreadsAtOnce) {
  auto *mine = key(0), *other = key(1);
  Octets spki, signature;
  sdk::OutTo spki_out(spki), signature_out(signature);
  ASSERT_TRUE(mine->public_key(spki_out).ok());
  ASSERT_TRUE(mine->sign(bytes::of("message"), signature_out).ok());
  std::atomic<int> failures = 0;
  const auto work = [&] {
    for (int i = 0; i < 20; ++i) {
      Octets own, box, opened;
      sdk::OutTo own_out(own), box_out(box), opened_out(opened);
      failures += !mine->sign(bytes::of("mine"), own_out).ok();
      failures += !suite.verify(cipher::view(spki), bytes::of("mine"), cipher::view(own)).ok();
      failures += !suite.verify(cipher::view(spki), bytes::of("message"), cipher::view(signature)).ok();
      failures += !suite.seal(cipher::view(spki), {}, bytes::of("box"), box_out).ok();
      failures += !mine->open({}, cipher::view(box), opened_out).ok();
      const bytes batch[] = {bytes::of("first"), bytes::of("second")};
      const sdk::Fn<void(std::uint32_t, bytes)> each = [&](std::uint32_t index, bytes found) {
        failures += !suite.verify(cipher::view(spki), batch[index], found).ok();
      };
      failures += !mine->sign_all(batch, 2, each).ok();
      other->session(sdk::Role::responder, {})->destroy();
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(work);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  mine->destroy();
  other->destroy();
}

}  // namespace
}  // namespace p2pchat::test
