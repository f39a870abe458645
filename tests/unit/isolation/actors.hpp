// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/network.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>

#include <string>
#include <vector>

namespace p2pchat::isolation {

/// What `Router` does when it is asked where a node is, by the first octet of its id.
enum class Wish : std::uint8_t { answer, crash, hang, silence, nonsense };

/// Routing that keeps to what it is asked for.
class Router final : public sdk::PluginOf<Router, sdk::Routing> {
  using Entry = sdk::NodeEntry;
  using Id = sdk::Id;

 public:
  using PluginOf::PluginOf;
  void join(sdk::str endpoints, sdk::StatusFn&& done) override;
  void locate(const Id& node, sdk::Fn<void(const sdk::Status&, const Entry&)>&& done) override;
  void closest(const Id& key, std::uint32_t n, sdk::NodesFn&& done) override;
  /// Calls `each` `n` times, and asks the node for its peers meanwhile.
  void known(const Id& key, std::uint32_t n, const sdk::Fn<void(const Entry&)>& each) override;
  void put(const Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&& done) override { done({}); }
  void get(const Id&, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) override { done({}, {}); }
  void table(const sdk::Fn<void(const Entry&, std::uint32_t, std::uint32_t)>&) override {}

 private:
  std::vector<sdk::Fn<void(const sdk::Status&, const Entry&)>> silent_;
};

/// A bot that tries what it may not, and logs how it went: `WORD refused` or `WORD done`. Setting: `secret`, a file.
class Burglar final : public sdk::PluginOf<Burglar> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;
};

}  // namespace p2pchat::isolation
