// SPDX-License-Identifier: MIT
#include "pool_world.hpp"
#include "sessions/dispatcher.hpp"
#include "sessions/signing_queue.hpp"
#include "suite.hpp"
#include "support/test_keys.hpp"

namespace p2pchat::test {
namespace {

/// Two nodes with RSA keys of the real suite.
class RealSuiteTest : public ::testing::Test {
 protected:
  RealSuiteTest() {
    EXPECT_TRUE(suite.start().ok());
    for (unsigned i : {0u, 1u}) {
      const auto text = key_file(i);
      sdk::Status why;
      KeyPtr key(suite.read(sdk::bytes::of(text), "", why));
      EXPECT_TRUE(key) << why.text;
      nodes[i].emplace(clock, network, directory, static_cast<int>(i) + 1, &suite, std::move(key));
      nodes[i]->start();
    }
  }
  VirtualClock clock;
  MemoryNetwork network{clock};
  StaticRouting::Directory directory;
  VirtualHost suite_host{clock};
  cipher::rsa_aes::Suite suite{suite_host};
  std::optional<PoolNode> nodes[2];
};

TEST_F(RealSuiteTest, TwoPoolsMeetAndTalk) {
  auto& [a, b] = nodes;
  a->send(*b, "hello");
  b->send(*a, "hello");
  clock.run_for(1'000);
  b->send(*a, std::string(messaging::max_line, 'x'));
  clock.run_for(1'000);
  EXPECT_EQ(b->heard, std::vector<std::string>{"hello"});
  EXPECT_EQ(a->heard, (std::vector<std::string>{"hello", std::string(messaging::max_line, 'x')}));
  EXPECT_EQ(a->peers() + b->peers(), 2u);
  bool stopped = false;
  a->pool->stop([&] { stopped = true; });
  clock.run_for(100);
  EXPECT_TRUE(stopped);
  EXPECT_EQ(b->offlines, 1);
}

TEST_F(RealSuiteTest, MessagesSignedTogetherAreVerifiedOneByOne) {
  auto& [a, b] = nodes;
  messaging::SigningQueue signer(a->node, *a->person.key);
  messaging::Dispatcher dispatcher(b->node, suite, *b->pool);
  std::vector<std::uint64_t> heard;
  std::vector<std::uint8_t> forms;
  dispatcher.set_self(b->id());
  dispatcher.on_envelope("text", [&](auto&, const messaging::Envelope& envelope, auto&) {
    heard.push_back(envelope.seq);
    forms.push_back(envelope.sign.front());
  });
  for (std::uint64_t seq = 1; seq <= 20; ++seq) {
    messaging::Envelope envelope{
        .time_ms = 1, .sender = a->id(), .receiver = b->id(), .type = "text", .seq = seq, .sign = {}, .body = "x"};
    const auto octets = messaging::signed_bytes(std::string_view(suite.suite()), envelope);
    signer.sign(b->id(), octets, [&, envelope](const sdk::Status& status, sdk::bytes signature) mutable {
      ASSERT_TRUE(status.ok());
      envelope.sign.assign(signature.ptr, signature.ptr + signature.len);
      a->send(*b, messaging::encode_envelope(envelope));
    });
  }
  clock.run_for(2'000);
  ASSERT_EQ(heard.size(), 20u);
  for (std::uint64_t i = 0; i < 20; ++i) EXPECT_EQ(heard[i], i + 1);
  EXPECT_EQ(forms.front(), 1);  // alone
  EXPECT_EQ(forms.back(), 2);   // one of nineteen
  EXPECT_EQ(dispatcher.dropped(messaging::Drop::bad_signature), 0u);
}

}  // namespace
}  // namespace p2pchat::test
