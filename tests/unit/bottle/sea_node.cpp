// SPDX-License-Identifier: MIT
#include "sea_node.hpp"

#include <stdexcept>

namespace p2pchat::test {
namespace {

sdk::SecretKey* new_key(sdk::Crypto& crypto, std::vector<std::uint8_t>& file) {
  sdk::Status why;
  auto* key = crypto.generate(why);
  sdk::OutTo out(file);
  (void)key->write("", out);
  return key;
}

}  // namespace

SeaNode::Process::Process(SeaNode& node, std::uint64_t seed)
    : host(node.world_.clock, seed),
      identity(host, crypto, node.key(crypto)),
      routing(host, node.world_.directory, node.id_),
      network(node.world_.courier, host, node.id_),
      tables(host, node.disk),
      chat(host),
      bottle(new bottle::Bottle(host)) {
  host.provide<sdk::Crypto>(crypto);
  host.provide<sdk::Identity>(identity);
  host.provide<sdk::Routing>(routing);
  host.provide<sdk::Network>(network);
  host.provide<sdk::Tables>(tables);
  host.provide<sdk::Chat>(chat);
  for (const auto& [key, value] : node.settings) host.set(key, value);
}

SeaNode::Process::~Process() {
  host.drop_callbacks();
  bottle->stop();
  bottle->destroy();
}

SeaNode::SeaNode(SeaWorld& world, std::uint64_t number)
    : world_(world),
      number_(number),
      own_host_(world.clock, number + 1),
      own_identity_(own_host_, own_crypto_, new_key(own_crypto_, key_file_)),
      id_(own_identity_.id()) {
  settings["stamp_bits"] = "4";
  boot();
}

SeaNode::~SeaNode() { crash(); }

sdk::SecretKey* SeaNode::key(sdk::Crypto& crypto) const {
  sdk::Status why;
  return crypto.read(key_file_, "", why);
}

void SeaNode::boot() {
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

void SeaNode::crash() {
  process_.reset();
  world_.directory.erase(id_);
}

}  // namespace p2pchat::test
