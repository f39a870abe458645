// SPDX-License-Identifier: MIT
#include "lan_routing.hpp"

#include "routing/address.hpp"
#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::lan_routing {
namespace {

constexpr std::uint32_t most_nodes = 16;
constexpr std::uint64_t join_ms = 5'000;
constexpr std::string_view usual_group = "239.255.80.67:12477";

sdk::Status no_records() { return {sdk::Errc::unsupported, "lan-routing finds nodes; it keeps no records"}; }

sdk::NodeEntry to_node_entry(const Neighbour& neighbour) {
  sdk::NodeEntry entry{.id = neighbour.id, .rtt_ms = neighbour.rtt_ms};
  const auto size = std::min(neighbour.endpoint.size(), sizeof entry.endpoint - 1);
  std::copy_n(neighbour.endpoint.data(), size, entry.endpoint);
  return entry;
}

/// Whether an endpoint is one of 239/8, the multicast groups of an organisation's own networks (RFC 2365).
bool is_group(std::string_view endpoint) {
  const auto address = parse_address(endpoint);
  return address && address->port != 0 && address->is_v4() && address->ip[12] == 239;
}

}  // namespace

sdk::Status LanRouting::start() {
  transport_ = host.get<sdk::Transport>();
  crypto_ = host.get<sdk::Crypto>();
  identity_ = host.get<sdk::Identity>();
  if (!transport_ || !crypto_ || !identity_)
    return {sdk::Errc::invalid, "lan-routing needs a transport, a crypto suite and an identity; add their plugins"};
  sdk::OutTo out(group_);
  if (!host.config("group", out)) group_ = usual_group;
  if (!is_group(group_))
    return {sdk::Errc::invalid, "group = " + group_.substr(0, 40) + ": write an endpoint of 239.0.0.0/8, such as " +
                                    std::string(usual_group)};
  transport_->on_datagram([this](sdk::str from, sdk::bytes octets) {
    if (mesh_ && !is_stopped_) mesh_->on_datagram(std::string(from), octets);
  });
  host.subscribe("net.describe", [this](sdk::str, const Id&, sdk::bytes) {
    if (mesh_ && !is_stopped_) mesh_->describe();
  });
  identity_->self([this](const sdk::Status& status, const Id& me, sdk::bytes) {
    if (is_stopped_) return;
    if (status.ok()) return begin(me);
    promises_.fail_all(status);
  });
  return {};
}

void LanRouting::begin(const Id& me) {
  node_ = std::make_unique<Node>(Node{host, *transport_, *crypto_, me, ContactKey(host, *crypto_, *identity_), {}});
  mesh_ = std::make_unique<Mesh>(*node_, group_);
  mesh_->start();
  promises_.begin();
}

void LanRouting::stop() noexcept {
  if (is_stopped_ || !transport_) return;
  is_stopped_ = true;
  transport_->on_datagram({});
  promises_.end({sdk::Errc::cancelled, "the node stops"});
}

void LanRouting::join(sdk::str endpoints, sdk::StatusFn&& done) {
  promises_.owe(std::move(done), [this, lines = std::string(endpoints)](const auto& answer) {
    for (std::string_view left = lines; !left.empty();) {
      const auto line = left.substr(0, left.find('\n'));
      left.remove_prefix(std::min(left.size(), line.size() + 1));
      mesh_->visit(std::string(line));
    }
    mesh_->when_joined([this, answer] { host.post([answer] { answer({}); }); });
    host.after(join_ms, [answer] { answer({sdk::Errc::not_found, "nobody else is on this local network yet"}); });
  });
}

void LanRouting::locate(const Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) {
  promises_.owe(std::move(done), [this, node](const auto& answer) {
    mesh_->locate(node, [this, answer](const std::optional<Neighbour>& who) {
      host.post([answer, who] {
        if (who) return answer({}, to_node_entry(*who));
        answer({sdk::Errc::not_found, "not on this local network"}, {});
      });
    });
  });
}

void LanRouting::closest(const Id& key, std::uint32_t n, sdk::NodesFn&& done) {
  promises_.owe(std::move(done), [this, key, n](const auto& answer) {
    if (n < 1 || n > most_nodes)
      return static_cast<void>(host.post([answer] {
        answer({sdk::Errc::invalid, "ask for 1 to 16 nodes"}, nullptr, 0);
      }));
    mesh_->closest(key, n, [this, answer](const std::vector<Neighbour>& nearest) {
      std::vector<sdk::NodeEntry> entries;
      for (const auto& neighbour : nearest) entries.push_back(to_node_entry(neighbour));
      host.post([answer, entries] {
        const auto count = static_cast<std::uint32_t>(entries.size());
        if (count > 0) return answer({}, entries.data(), count);
        answer({sdk::Errc::not_found, "nobody else is on this local network"}, nullptr, 0);
      });
    });
  });
}

void LanRouting::known(const Id& key, std::uint32_t n, const sdk::Fn<void(const sdk::NodeEntry&)>& each) {
  if (!node_) return;
  for (const auto& neighbour : node_->neighbours.nearest(key, n)) each(to_node_entry(neighbour));
}

void LanRouting::put(const Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&& done) {
  promises_.owe(std::move(done), [this](const auto& answer) { host.post([answer] { answer(no_records()); }); });
}

void LanRouting::get(const Id&, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) {
  promises_.owe(std::move(done), [this](const auto& answer) { host.post([answer] { answer(no_records(), {}); }); });
}

void LanRouting::table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) {
  if (!node_) return;
  const auto now_us = host.ticks_us();
  for (const auto& neighbour : node_->neighbours.nearest(node_->me, node_->neighbours.size()))
    each(to_node_entry(neighbour), shared_prefix(neighbour.id, node_->me),
         static_cast<std::uint32_t>((now_us - neighbour.proven_us) / 1'000'000));
}

}  // namespace p2pchat::lan_routing
