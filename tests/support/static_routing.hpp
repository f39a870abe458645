// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/routing.hpp>

#include <map>
#include <string>

namespace p2pchat::test {

/// Routing that looks everything up in a map the test keeps: who is where, at once and without a network.
///
/// Promises the contract of `sdk::Routing`; does not prove anything, so a test may put a wrong id at an endpoint.
/// Records are `unsupported`.
class StaticRouting final : public sdk::Routing {
 public:
  using Directory = std::map<sdk::Id, std::string>;
  /// `directory` outlives it and may change at any time; `me` is left out of what it finds.
  StaticRouting(sdk::Host& host, const Directory& directory, const sdk::Id& me = {});
  void join(sdk::str endpoints, sdk::StatusFn&& done) override;
  void locate(const sdk::Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) override;
  void closest(const sdk::Id& key, std::uint32_t n, sdk::NodesFn&& done) override;
  void known(const sdk::Id& key, std::uint32_t n, const sdk::Fn<void(const sdk::NodeEntry&)>& each) override;
  void put(const sdk::Id& key, sdk::bytes record, std::uint32_t ttl_s, sdk::StatusFn&& done) override;
  void get(const sdk::Id& key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) override;
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) override;

 private:
  std::vector<sdk::NodeEntry> nearest(const sdk::Id& key, std::uint32_t n) const;
  sdk::Host& host_;
  const Directory& directory_;
  const sdk::Id me_;
};

}  // namespace p2pchat::test
