// SPDX-License-Identifier: MIT
#pragma once
#include "bottle.hpp"
#include "support/fake_chat.hpp"
#include "support/memory_courier.hpp"
#include "support/memory_tables.hpp"
#include "support/plain_crypto.hpp"
#include "support/plain_identity.hpp"
#include "support/static_routing.hpp"

#include <memory>
#include <optional>

namespace p2pchat::test {

/// What several nodes share: time, a courier, and a directory of who is where.
struct SeaWorld {
  VirtualClock clock;
  MemoryCourier courier{clock};
  StaticRouting::Directory directory;
};

/// A node with a real bottle plugin, whose disk and key survive its process.
class SeaNode {
 public:
  /// Everything that ends with the process.
  struct Process {
    Process(SeaNode& node, std::uint64_t seed);
    ~Process();
    VirtualHost host;
    PlainCrypto crypto{host};
    PlainIdentity identity;
    StaticRouting routing;
    CourierNetwork network;
    MemoryTables tables;
    FakeChat chat;
    bottle::Bottle* bottle;
  };
  /// What an addressed bottle brought.
  struct Parcel {
    sdk::Id bottle, sender;
    std::string sealed;
  };

  SeaNode(SeaWorld& world, std::uint64_t number);
  ~SeaNode();
  /// Starts a process on the disk.
  void boot();
  /// Ends the process as a power switch would.
  void crash();
  bool runs() const { return process_ != nullptr; }
  Process& process() { return *process_; }
  bottle::Bottle& bottle() { return *process_->bottle; }
  const sdk::Id& id() const { return id_; }
  /// Signs as this node, for what a test makes by hand.
  PlainIdentity& identity() { return own_identity_; }

  /// Settings of the next process.
  std::map<std::string, std::string> settings;
  TablesDisk disk;
  /// `topic` and subject of the events since the last boot, in order.
  std::vector<std::pair<std::string, sdk::Id>> events;
  /// What came for this node, and whether it says that it has it.
  std::vector<Parcel> parcels;
  bool takes_parcels = true;

 private:
  sdk::SecretKey* key(sdk::Crypto& crypto) const;
  SeaWorld& world_;
  const std::uint64_t number_;
  std::uint64_t boots_ = 0;
  VirtualHost own_host_;
  PlainCrypto own_crypto_{own_host_};
  std::vector<std::uint8_t> key_file_;
  PlainIdentity own_identity_;
  sdk::Id id_;
  std::unique_ptr<Process> process_;
};

}  // namespace p2pchat::test
