// SPDX-License-Identifier: MIT
#pragma once
#include "support/virtual_host.hpp"

#include <p2pchat/routing.hpp>

#include <gtest/gtest.h>

#include <memory>

namespace p2pchat::test {

/// Some nodes of one implementation of `sdk::Routing`, joined, in virtual time.
class RoutingNetwork {
 public:
  virtual ~RoutingNetwork() = default;
  virtual VirtualClock& clock() = 0;
  virtual sdk::Routing& routing(std::size_t node) = 0;
  virtual sdk::Id id(std::size_t node) const = 0;
  virtual std::string endpoint(std::size_t node) const = 0;
  /// The node is gone at once, without a word.
  virtual void vanish(std::size_t node) = 0;
};

/// One implementation under the contract.
struct RoutingCase {
  std::string name;
  std::function<std::unique_ptr<RoutingNetwork>(std::size_t nodes)> make;
};

class RoutingContract : public testing::TestWithParam<RoutingCase> {
 protected:
  static constexpr std::size_t count = 12;
  /// How an asynchronous call ended, and how often.
  struct Answer {
    int calls = 0;
    sdk::Status status;
    std::vector<sdk::NodeEntry> nodes;
  };

  RoutingContract() : network(GetParam().make(count)) {}
  Answer closest(std::size_t from, const sdk::Id& key, std::uint32_t n);
  Answer locate(std::size_t from, const sdk::Id& node);
  /// The ids of all but `from`, nearest to a key first.
  std::vector<sdk::Id> nearest(std::size_t from, const sdk::Id& key, std::size_t n) const;

  std::unique_ptr<RoutingNetwork> network;
};

/// A pseudorandom key.
sdk::Id key_of(std::uint64_t number);

}  // namespace p2pchat::test
