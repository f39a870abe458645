// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>

#include <string>
#include <vector>

namespace p2pchat::test {

/// A routing table and sessions that the test writes. Read and written on the host's loop; nothing is looked up.
class FakeNetwork final : public sdk::Routing, public sdk::Network {
 public:
  explicit FakeNetwork(sdk::Host& host) : host_(host) {}
  struct Row {
    sdk::NodeEntry node;
    std::uint32_t bucket = 0, age_s = 0;
  };
  std::vector<Row> rows;
  std::vector<sdk::Id> sessions;
  std::string joined;       ///< through which endpoints
  sdk::Status join_answer;  ///< how joining ends

  void add(const sdk::Id& id, std::uint32_t bucket, std::uint32_t rtt_ms, std::uint32_t age_s) {
    Row row{{id, {}, rtt_ms}, bucket, age_s};
    ("192.0.2." + std::to_string(rows.size() % 250 + 1) + ":12476")
        .copy(row.node.endpoint, sizeof row.node.endpoint - 1);
    rows.push_back(row);
  }

  void join(sdk::str endpoints, sdk::StatusFn&& done) override {
    joined = std::string(endpoints);
    host_.post([this, done = std::move(done)] { done(join_answer); });
  }
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) override {
    for (const auto& row : rows) each(row.node, row.bucket, row.age_s);
  }
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override {
    for (const auto& id : sessions) each({id, "192.0.2.77:12476", host_.now_ms()});
  }
  void locate(const sdk::Id&, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) override {
    host_.post([done = std::move(done)] { done({sdk::Errc::not_found, "nobody"}, {}); });
  }
  void closest(const sdk::Id&, std::uint32_t, sdk::NodesFn&& done) override {
    host_.post([done = std::move(done)] { done({sdk::Errc::not_found, "nobody"}, nullptr, 0); });
  }
  void known(const sdk::Id&, std::uint32_t, const sdk::Fn<void(const sdk::NodeEntry&)>&) override {}
  void put(const sdk::Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&& done) override {
    host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "not needed here"}); });
  }
  void get(const sdk::Id&, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) override {
    host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "not needed here"}, {}); });
  }
  void send(const sdk::Id&, sdk::str, sdk::str, sdk::StatusFn&& done) noexcept override {
    host_.post([done = std::move(done)] { done({sdk::Errc::unsupported, "not needed here"}); });
  }
  sdk::Status on_message(sdk::str, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&&) noexcept override {
    return {sdk::Errc::unsupported, "not needed here"};
  }

 private:
  sdk::Host& host_;
};

}  // namespace p2pchat::test
