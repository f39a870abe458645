// SPDX-License-Identifier: MIT
#pragma once
#include "mail/outbox.hpp"
#include "memory_store.hpp"
#include "signer.hpp"
#include "support/fake_peer_lines.hpp"
#include "support/loop_serial.hpp"
#include "support/store_faults.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::messaging {

using sdk::State;
using Verdict = Receipt::Verdict;

/// The store's thread, which the test can hold back.
struct HeldThread final : Serial {
  explicit HeldThread(Serial& real) : thread(real) {}
  void run(sdk::Fn<void()>&& job) override { held ? jobs.push_back(std::move(job)) : thread.run(std::move(job)); }
  void let_go() {
    held = false;
    for (auto& job : std::exchange(jobs, {})) thread.run(std::move(job));
  }
  Serial& thread;
  bool held = false;
  std::vector<sdk::Fn<void()>> jobs;
};

/// An outbox with a store, a key and sessions played by the test.
class OutboxTest : public ::testing::Test {
 protected:
  OutboxTest() {
    access_.open("", {});
    peers_.on_online([this](const sdk::Id& peer) { outbox_.peer_online(peer); });
    peers_.on_offline([this](const sdk::Id& peer) { outbox_.peer_offline(peer); });
    host_.random(bob_.b, sizeof bob_.b);
    host_.random(mallory_.b, sizeof mallory_.b);
  }

  void start() {
    outbox_.start(me_.id(), signatures_);
    clock_.run_for(0);
  }
  void queue(const std::string& body, std::string type = "text") {
    outbox_.queue({bob_, std::move(type), body, host_.now_ms()}, {},
                  [this](const sdk::Status& status, const sdk::Id& id) {
                    statuses_.push_back(status.code);
                    ids_.push_back(id);
                  });
    clock_.run_for(0);
  }
  State state(std::size_t index) {
    auto state = State::failed;
    EXPECT_TRUE(memory_
                    .message(ids_[index],
                             [&](const sdk::Message& m) -> std::uint32_t {
                               state = m.state;
                               reason_ = std::string(m.reason);
                               return 1;
                             })
                    .ok());
    return state;
  }
  void answer(Verdict verdict, std::vector<sdk::Id> ids, std::string reason = "") {
    outbox_.receive(bob_, {verdict, std::move(ids), std::move(reason)});
    clock_.run_for(1);
  }
  /// The bodies that left since the last call, in order, and their ids.
  std::vector<std::string> left(std::vector<sdk::Id>* ids = nullptr) {
    std::vector<std::string> bodies;
    wire::JsonParser parser;
    for (; seen_ < peers_.sent.size(); ++seen_) {
      Envelope envelope;
      EXPECT_TRUE(decode_envelope(parser, peers_.sent[seen_].line, envelope).ok());
      sdk::Id id;
      EXPECT_TRUE(crypto_.digest(signed_bytes(crypto_.suite(), envelope), id).ok());
      bodies.push_back(envelope.body);
      if (ids) ids->push_back(id);
    }
    return bodies;
  }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  test::PlainCrypto crypto_{host_};
  test::Signer me_{crypto_};
  memory_store::MemoryStore memory_{host_};
  test::StoreFaults store_{memory_};
  test::LoopSerial loop_{host_};
  HeldThread thread_{loop_};
  StoreAccess access_{host_, thread_, store_};
  test::FakePeerLines peers_{host_};
  SigningQueue signatures_{host_, me_};
  Outbox outbox_{host_, crypto_, access_, peers_};
  sdk::Id bob_, mallory_;
  std::vector<sdk::Id> ids_;
  std::vector<sdk::Errc> statuses_;
  std::string reason_;
  std::size_t seen_ = 0;
};

using Bodies = std::vector<std::string>;

}  // namespace p2pchat::messaging
