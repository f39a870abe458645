// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/routing.hpp>

#include <map>
#include <string>

namespace p2pchat::bench {

/// Routing that is told where everybody is.
class FixedRouting final : public sdk::Routing {
 public:
  using Directory = std::map<sdk::Id, std::string>;
  FixedRouting(sdk::Host& host, const Directory& directory) : host_(host), directory_(directory) {}

  void join(sdk::str, sdk::StatusFn&& done) override {
    host_.post([done = std::move(done)] { done({}); });
  }
  void locate(const sdk::Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) override {
    sdk::NodeEntry entry;
    entry.id = node;
    const auto found = directory_.find(node);
    if (found != directory_.end()) found->second.copy(entry.endpoint, sizeof entry.endpoint - 1);
    const auto status = found != directory_.end() ? sdk::Status() : sdk::Status(sdk::Errc::not_found);
    host_.post([done = std::move(done), entry, status] { done(status, entry); });
  }
  void closest(const sdk::Id&, std::uint32_t, sdk::NodesFn&&) override {}
  void known(const sdk::Id&, std::uint32_t, const sdk::Fn<void(const sdk::NodeEntry&)>&) override {}
  void put(const sdk::Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&&) override {}
  void get(const sdk::Id&, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&&) override {}
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>&) override {}

 private:
  sdk::Host& host_;
  const Directory& directory_;
};

}  // namespace p2pchat::bench
