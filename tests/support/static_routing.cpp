// SPDX-License-Identifier: MIT
#include "support/static_routing.hpp"

#include <algorithm>
#include <bit>

namespace p2pchat::test {
namespace {

sdk::Id distance(const sdk::Id& a, const sdk::Id& b) {
  sdk::Id result;
  for (std::size_t i = 0; i < sizeof result.b; ++i) result.b[i] = static_cast<std::uint8_t>(a.b[i] ^ b.b[i]);
  return result;
}

std::uint32_t shared_prefix(const sdk::Id& a, const sdk::Id& b) {
  const auto difference = distance(a, b);
  for (std::uint32_t i = 0; i < sizeof difference.b; ++i)
    if (difference.b[i]) return i * 8 + static_cast<std::uint32_t>(std::countl_zero(difference.b[i]));
  return 256;
}

sdk::NodeEntry entry_of(const sdk::Id& id, const std::string& endpoint) {
  sdk::NodeEntry entry{.id = id};
  endpoint.copy(entry.endpoint, sizeof entry.endpoint - 1);
  return entry;
}

}  // namespace

StaticRouting::StaticRouting(sdk::Host& host, const Directory& directory, const sdk::Id& me)
    : host_(host), directory_(directory), me_(me) {}

void StaticRouting::join(sdk::str, sdk::StatusFn&& done) {
  if (done) host_.post([done = std::move(done)] { done({}); });
}

void StaticRouting::locate(const sdk::Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) {
  host_.post([this, node, done = std::move(done)] {
    const auto found = directory_.find(node);
    if (!done) return;
    if (found == directory_.end() || node == me_) return done({sdk::Errc::not_found, "nobody knows this node"}, {});
    done({}, entry_of(node, found->second));
  });
}

std::vector<sdk::NodeEntry> StaticRouting::nearest(const sdk::Id& key, std::uint32_t n) const {
  std::vector<sdk::NodeEntry> nodes;
  for (auto& [id, endpoint] : directory_)
    if (id != me_) nodes.push_back(entry_of(id, endpoint));
  std::ranges::sort(nodes, {}, [&](const sdk::NodeEntry& node) { return distance(node.id, key); });
  if (nodes.size() > n) nodes.resize(n);
  return nodes;
}

void StaticRouting::closest(const sdk::Id& key, std::uint32_t n, sdk::NodesFn&& done) {
  host_.post([this, key, n, done = std::move(done)] {
    if (!done) return;
    if (n < 1 || n > 16) return done({sdk::Errc::invalid, "closest finds 1 to 16 nodes"}, nullptr, 0);
    const auto nodes = nearest(key, n);
    done({}, nodes.data(), static_cast<std::uint32_t>(nodes.size()));
  });
}

void StaticRouting::known(const sdk::Id& key, std::uint32_t n, const sdk::Fn<void(const sdk::NodeEntry&)>& each) {
  for (auto& node : nearest(key, n)) each(node);
}

void StaticRouting::put(const sdk::Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&& done) {
  if (done) host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "a static table keeps no records"}); });
}

void StaticRouting::get(const sdk::Id&, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) {
  if (done)
    host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "a static table keeps no records"}, {}); });
}

void StaticRouting::table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) {
  for (auto& node : nearest(me_, UINT32_MAX)) each(node, shared_prefix(node.id, me_), 0);
}

}  // namespace p2pchat::test
