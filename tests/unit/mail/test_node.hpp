// SPDX-License-Identifier: MIT
#pragma once
#include "memory_store.hpp"
#include "messaging/messaging.hpp"
#include "support/fake_sea.hpp"
#include "support/loop_serial.hpp"
#include "support/memory_transport.hpp"
#include "support/plain_crypto.hpp"
#include "support/static_routing.hpp"
#include "support/store_faults.hpp"

#include <p2pchat/chat.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace p2pchat::test {

/// What several nodes share: time, a network, and a directory of who is where.
struct World {
  VirtualClock clock;
  MemoryNetwork network{clock, 7};
  StaticRouting::Directory directory;
  std::optional<FakeSea> sea;  ///< nodes that boot while there is one have a `Bottle`
  /// Lets time pass until something holds; false when it does not within ten minutes.
  bool until(const std::function<bool()>& condition) { return clock.run_until(condition, 600'000); }
};

/// A whole node in virtual time, whose disk survives its process.
class TestNode {
 public:
  struct Line {
    sdk::Id id;
    std::string body, reason;
    sdk::State state;
    sdk::Direction direction;
  };

  TestNode(World& world, std::uint64_t number);
  ~TestNode();
  /// Starts a process on the disk.
  void boot();
  /// Ends the process as a power switch would: nothing more of it happens.
  void crash();
  /// Says goodbye and ends.
  void stop();
  bool runs() const { return process_ != nullptr; }
  sdk::Chat& chat();
  messaging::Messaging& messaging();
  VirtualHost& host();
  /// Waits until the node knows who it is.
  const sdk::Id& id();
  std::string invite();

  // Each waits for the answer.
  sdk::Errc add(TestNode& other, const std::string& greeting = "hello");
  sdk::Errc accept(TestNode& other);
  sdk::Errc send(TestNode& to, const std::string& text, sdk::Id* id = nullptr);
  sdk::Errc ask(const std::function<void(sdk::Chat&, sdk::StatusFn&&)>& call);
  std::optional<sdk::Relation> relation(TestNode& other);
  /// A conversation, oldest first.
  std::vector<Line> history(TestNode& other);
  std::vector<std::string> heard_from(TestNode& other);
  std::optional<Line> message(const sdk::Id& id);
  sdk::State state(const sdk::Id& id) { return message(id).value().state; }

  /// Topics published since the last boot, in order.
  std::vector<std::string> events;
  std::size_t count(const std::string& topic) const;

 private:
  struct Process;
  World& world_;
  const std::uint64_t number_;
  std::uint64_t boots_ = 0;
  std::filesystem::path directory_;
  VirtualHost disk_host_;
  memory_store::MemoryStore disk_;

 public:
  StoreFaults store{disk_};

 private:
  std::unique_ptr<Process> process_;
  std::optional<sdk::Id> id_;
};

/// `asker` asks, `asked` accepts, and both know.
void befriend(World& world, TestNode& asker, TestNode& asked);

}  // namespace p2pchat::test
