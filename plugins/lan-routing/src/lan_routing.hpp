// SPDX-License-Identifier: MIT
#pragma once
#include "mesh.hpp"
#include "routing/promises.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>

#include <memory>

namespace p2pchat::lan_routing {

/// Routing on one local network: everybody is found by multicast and known to everybody; docs/protocol/local.md has the
/// bytes and the rules.
///
/// Settings: `group`, the multicast endpoint. Records (`put`, `get`) are not kept.
class LanRouting final : public sdk::PluginOf<LanRouting, sdk::Routing> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;
  void stop() noexcept override;

  void join(sdk::str endpoints, sdk::StatusFn&& done) override;
  void locate(const Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) override;
  void closest(const Id& key, std::uint32_t n, sdk::NodesFn&& done) override;
  void known(const Id& key, std::uint32_t n, const sdk::Fn<void(const sdk::NodeEntry&)>& each) override;
  void put(const Id& key, sdk::bytes record, std::uint32_t ttl_s, sdk::StatusFn&& done) override;
  void get(const Id& key, sdk::Fn<void(const sdk::Status&, sdk::bytes record)>&& done) override;
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t bucket, std::uint32_t age_s)>& each) override;

 private:
  void begin(const Id& me);

  std::string group_;
  sdk::Transport* transport_ = nullptr;
  sdk::Crypto* crypto_ = nullptr;
  sdk::Identity* identity_ = nullptr;
  std::unique_ptr<Node> node_;  // these two: once my id is known
  std::unique_ptr<Mesh> mesh_;
  Promises promises_{host};
  bool is_stopped_ = false;
};

}  // namespace p2pchat::lan_routing
