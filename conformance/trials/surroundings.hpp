// SPDX-License-Identifier: MIT
#pragma once
#include "subject.hpp"
#include "support/datagram_network.hpp"
#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"
#include "support/memory_courier.hpp"
#include "support/memory_tables.hpp"
#include "support/plain_crypto.hpp"
#include "support/plain_identity.hpp"
#include "support/real_host.hpp"
#include "support/static_routing.hpp"

namespace p2pchat::conformance {

/// Everything that a plugin may ask for, on a real loop: a node in which nobody else is, and nothing ever arrives.
class Surroundings {
 public:
  explicit Surroundings(test::RealLoop& loop);
  ~Surroundings() { host.drop_callbacks(); }
  test::RealHost host;

 private:
  sdk::SecretKey* new_key();
  test::VirtualClock standing_still_;
  test::DatagramNetwork nobody_{standing_still_};
  test::MemoryCourier courier_{standing_still_};
  test::StaticRouting::Directory directory_;
  test::TablesDisk disk_;
  test::DatagramTransport transport_{nobody_, "192.168.1.1:12476"};
  test::PlainCrypto crypto_;
  test::PlainIdentity identity_;
  test::StaticRouting routing_;
  test::CourierNetwork network_;
  test::MemoryTables tables_;
  test::FakeChat chat_;
  test::FakeBottle bottle_;
};

/// One instance of the subject, with its surroundings, and what is done to it on the loop. Made there too.
class Lived {
 public:
  explicit Lived(test::RealLoop& loop, const Subject& subject, const std::string& setting = {},
                 const std::string& value = {});
  ~Lived();
  /// What `start` answered. A start that was refused need not be stopped.
  sdk::Status start();
  void stop();
  sdk::Plugin& plugin() { return *plugin_; }

 private:
  test::RealLoop& loop_;
  std::unique_ptr<Surroundings> around_;
  std::unique_ptr<Instance> instance_;
  sdk::Plugin* plugin_ = nullptr;
};

}  // namespace p2pchat::conformance
