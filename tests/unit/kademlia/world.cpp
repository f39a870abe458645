// SPDX-License-Identifier: MIT
#include "world.hpp"

#include "routing/distance.hpp"

namespace p2pchat::test {

void TestTables::put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn&& done) noexcept {
  disk_[{std::string(table), {key.ptr, key.ptr + key.len}}] = {value.ptr, value.ptr + value.len};
  if (done) host_.post([done = std::move(done)] { done({}); });
}

void TestTables::erase(sdk::str table, sdk::bytes key, sdk::StatusFn&& done) noexcept {
  disk_.erase({std::string(table), {key.ptr, key.ptr + key.len}});
  if (done) host_.post([done = std::move(done)] { done({}); });
}

void TestTables::scan(sdk::str table, sdk::bytes, std::uint32_t, sdk::Fn<void(sdk::bytes, sdk::bytes)>&& each,
                      sdk::StatusFn&& done) noexcept {
  host_.post([this, name = std::string(table), each = std::move(each), done = std::move(done)] {
    for (const auto& [key, value] : disk_)
      if (key.first == name) each(key.second, value);
    done({});
  });
}

TestNode::TestNode(DatagramNetwork& network, const Options& options)
    : endpoint(options.endpoint),
      host(network.clock(), options.seed),
      transport(network, options.endpoint),
      crypto(host, options.delegation_size),
      identity(host, crypto),
      tables(host, options.disk ? *options.disk : own_disk) {
  if (!options.bootstrap.empty()) host.set("bootstrap", options.bootstrap);
  host.provide<sdk::Transport>(transport);
  host.provide<sdk::Crypto>(crypto);
  host.provide<sdk::Identity>(identity);
  host.provide<sdk::Tables>(tables);
}

TestNode::~TestNode() { host.drop_callbacks(); }

void TestNode::start() {
  if (const auto status = routing.start(); !status.ok()) throw std::string(status.text);
}

void TestNode::join(const std::string& endpoints) {
  routing.join(endpoints, [this](const sdk::Status& status) { joined = status; });
}

std::size_t TestNode::table_size() {
  std::size_t size = 0;
  routing.table([&](const sdk::NodeEntry&, std::uint32_t, std::uint32_t) { ++size; });
  return size;
}

std::string World::endpoint(std::size_t number) {
  return "5." + std::to_string(number / 250) + '.' + std::to_string(number % 250) + ".1:12476";
}

TestNode& World::add(const std::string& bootstrap) { return start(TestNode::Options{.bootstrap = bootstrap}); }

TestNode& World::start(TestNode::Options options) {
  if (options.endpoint.empty()) options.endpoint = endpoint(nodes.size());
  if (options.seed == 1) options.seed = nodes.size() + 1;
  auto& node = *nodes.emplace_back(std::make_unique<TestNode>(network, options));
  node.start();
  return node;
}

void World::grow(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    add(nodes.empty() ? "" : nodes.front()->endpoint).join();
    clock.run_for(100);
  }
  clock.run_for(20'000);
}

void World::let_age(TestNode& node, const Id& id) {
  const auto is_old = [&] {
    bool old = false;
    node.routing.table(
        [&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t age_s) { old |= entry.id == id && age_s > 60; });
    return old;
  };
  if (!clock.run_until(is_old, 3'600'000)) throw "it is heard of all the time";
}

World::Found World::closest(TestNode& from, const Id& key, std::uint32_t count) {
  Found found;
  bool done = false;
  const auto start_us = clock.now_us(), datagrams = network.datagrams, bytes = network.bytes;
  from.routing.closest(key, count, [&](const sdk::Status& status, const sdk::NodeEntry* nodes_found, std::uint32_t n) {
    found.status = status;
    found.nodes.assign(nodes_found, nodes_found + n);
    done = true;
  });
  if (!clock.run_until([&] { return done; })) found.status = {sdk::Errc::internal, "closest never ended"};
  found.took_us = clock.now_us() - start_us;
  found.datagrams = network.datagrams - datagrams;
  found.bytes = network.bytes - bytes;
  return found;
}

World::Found World::locate(TestNode& from, const Id& id) {
  Found found;
  bool done = false;
  const auto start_us = clock.now_us();
  from.routing.locate(id, [&](const sdk::Status& status, const sdk::NodeEntry& node) {
    found.status = status;
    if (status.ok()) found.nodes = {node};
    done = true;
  });
  if (!clock.run_until([&] { return done; })) found.status = {sdk::Errc::internal, "locate never ended"};
  found.took_us = clock.now_us() - start_us;
  return found;
}

World::Got World::put(TestNode& from, const Id& key, const std::string& value, std::uint32_t ttl_s) {
  Got got;
  bool done = false;
  const auto start_us = clock.now_us(), datagrams = network.datagrams;
  from.routing.put(key, sdk::bytes::of(value), ttl_s, [&](const sdk::Status& status) {
    got.status = status;
    done = true;
  });
  if (!clock.run_until([&] { return done; })) got.status = {sdk::Errc::internal, "put never ended"};
  got.took_us = clock.now_us() - start_us;
  got.datagrams = network.datagrams - datagrams;
  return got;
}

World::Got World::get(TestNode& from, const Id& key) {
  Got got;
  bool done = false;
  const auto start_us = clock.now_us(), datagrams = network.datagrams;
  from.routing.get(key, [&](const sdk::Status& status, sdk::bytes value) {
    got.status = status;
    got.value = value.text();
    done = true;
  });
  if (!clock.run_until([&] { return done; })) got.status = {sdk::Errc::internal, "get never ended"};
  got.took_us = clock.now_us() - start_us;
  got.datagrams = network.datagrams - datagrams;
  return got;
}

std::vector<Id> World::nearest(const Id& key, std::size_t count, const TestNode& asker) const {
  std::map<Id, Id> by_distance;
  for (const auto& node : nodes)
    if (node && node.get() != &asker) by_distance[kademlia::distance(key, node->id())] = node->id();
  std::vector<Id> ids;
  for (const auto& [distance, id] : by_distance)
    if (ids.size() < count) ids.push_back(id);
  return ids;
}

Id id_of(std::uint64_t number) {
  std::mt19937_64 random(number);
  Id id;
  for (auto& octet : id.b) octet = static_cast<std::uint8_t>(random());
  return id;
}

}  // namespace p2pchat::test
