// SPDX-License-Identifier: MIT
#pragma once
#include "support/fake_chat.hpp"
#include "support/memory_courier.hpp"
#include "support/memory_tables.hpp"
#include "support/plain_crypto.hpp"
#include "support/plain_identity.hpp"
#include "support/static_routing.hpp"

#include <memory>
#include <stdexcept>

namespace p2pchat::test {

/// What several nodes share: time, a courier, and a directory of who is where.
struct SeaWorld {
  VirtualClock clock;
  MemoryCourier courier{clock};
  StaticRouting::Directory directory;
};

/// A node with a real bottle plugin, whose disk and key survive its process.
template <class Plugin>
class SeaNodeOf {
 public:
  /// Everything that ends with the process.
  struct Process {
    Process(SeaNodeOf& node, std::uint64_t seed);
    ~Process();
    VirtualHost host;
    PlainCrypto crypto{host};
    PlainIdentity identity;
    StaticRouting routing;
    CourierNetwork network;
    MemoryTables tables;
    FakeChat chat;
    Plugin* bottle;
  };
  /// What an addressed bottle brought.
  struct Parcel {
    sdk::Id bottle, sender;
    std::string sealed;
  };

  SeaNodeOf(SeaWorld& world, std::uint64_t number)
      : world_(world),
        number_(number),
        own_host_(world.clock, number + 1),
        own_identity_(own_host_, own_crypto_, new_key()),
        id_(own_identity_.id()) {
    settings["stamp_bits"] = "4";
    boot();
  }
  ~SeaNodeOf() { crash(); }
  /// Starts a process on the disk.
  void boot();
  /// Ends the process as a power switch would.
  void crash() {
    process_.reset();
    world_.directory.erase(id_);
  }
  bool runs() const { return process_ != nullptr; }
  Process& process() { return *process_; }
  Plugin& bottle() { return *process_->bottle; }
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
  sdk::SecretKey* new_key() {
    sdk::Status why;
    auto* key = own_crypto_.generate(why);
    sdk::OutTo out(key_file_);
    (void)key->write("", out);
    return key;
  }
  sdk::SecretKey* key(sdk::Crypto& crypto) const {
    sdk::Status why;
    return crypto.read(key_file_, "", why);
  }

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

template <class Plugin>
SeaNodeOf<Plugin>::Process::Process(SeaNodeOf& node, std::uint64_t seed)
    : host(node.world_.clock, seed),
      identity(host, crypto, node.key(crypto)),
      routing(host, node.world_.directory, node.id_),
      network(node.world_.courier, host, node.id_),
      tables(host, node.disk),
      chat(host),
      bottle(new Plugin(host)) {
  host.provide<sdk::Crypto>(crypto);
  host.provide<sdk::Identity>(identity);
  host.provide<sdk::Routing>(routing);
  host.provide<sdk::Network>(network);
  host.provide<sdk::Tables>(tables);
  host.provide<sdk::Chat>(chat);
  for (const auto& [key, value] : node.settings) host.set(key, value);
}

template <class Plugin>
SeaNodeOf<Plugin>::Process::~Process() {
  host.drop_callbacks();
  bottle->stop();
  bottle->destroy();
}

template <class Plugin>
void SeaNodeOf<Plugin>::boot() {
  events.clear();
  disk.writes = 0;
  disk.dies_after = ~0U;
  process_ = std::make_unique<Process>(*this, number_ * 1000 + ++boots_);
  world_.directory[id_] = "192.0.2." + std::to_string(number_ % 250) + ":12476";
  process_->host.subscribe("", [this](sdk::str topic, const sdk::Id& subject, sdk::bytes) {
    events.emplace_back(std::string(topic), subject);
  });
  if (const auto status = process_->bottle->start(); !status.ok()) throw std::runtime_error(status.text);
  process_->bottle->on_addressed([this](const sdk::Id& bottle, const sdk::Id& sender, sdk::bytes sealed) {
    parcels.push_back({bottle, sender, std::string(sealed.text())});
    if (takes_parcels) process_->host.post([this, bottle] { process_->bottle->taken(bottle); });
  });
}

}  // namespace p2pchat::test
