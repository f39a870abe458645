// SPDX-License-Identifier: MIT
#pragma once
#include "support/virtual_host.hpp"

#include <p2pchat/bottle.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <ostream>

namespace p2pchat::test {

/// Some nodes with one implementation of `sdk::Bottle`, connected, in virtual time.
class BottleSea {
 public:
  virtual ~BottleSea() = default;
  virtual VirtualClock& clock() = 0;
  virtual sdk::Bottle& bottle(std::size_t node) = 0;
  virtual sdk::Id id(std::size_t node) const = 0;
  /// Topics and subjects of the events at a node, in order.
  virtual std::vector<std::pair<std::string, sdk::Id>> events(std::size_t node) = 0;
  /// Ends a node's process at once; starts another on the same disk.
  virtual void crash(std::size_t node) = 0;
  virtual void boot(std::size_t node) = 0;
};

/// One implementation under the contract.
struct BottleCase {
  std::string name;
  std::function<std::unique_ptr<BottleSea>(std::size_t nodes)> make;
  friend void PrintTo(const BottleCase& instance, std::ostream* out) { *out << instance.name; }
};

/// A `BottleView` and a `BottleStep` that own their text.
struct SeenBottle {
  sdk::BottleView view;
  std::string body;
};
struct Stepped {
  sdk::BottleStep step;
  std::string text;
};

class BottleContract : public testing::TestWithParam<BottleCase> {
 protected:
  static constexpr std::size_t count = 8;
  BottleContract() : sea(GetParam().make(count)) { sea->clock().run_for(1'000); }

  /// Makes a call that answers with a status, and waits for it.
  sdk::Errc ask(const std::function<void(sdk::StatusFn&&)>& call);
  /// Throws a bottle and waits until it is queued.
  sdk::Id cast(std::size_t node, const std::string& body, std::uint32_t ttl_s = 0);
  sdk::Errc try_cast(std::size_t node, const std::string& body, std::uint32_t ttl_s = 0);
  std::vector<SeenBottle> beach(std::size_t node);
  std::optional<SeenBottle> on_beach(std::size_t node, const sdk::Id& bottle);
  std::optional<SeenBottle> mine(std::size_t node, const sdk::Id& bottle);
  std::vector<Stepped> journey(std::size_t node, const sdk::Id& bottle);
  /// The nodes on whose beach a bottle lies to be found.
  std::vector<std::size_t> finders(const sdk::Id& bottle);
  /// Throws a bottle and waits until it lies on three beaches and its creator knows.
  sdk::Id cast_ashore(std::size_t node, const std::string& body, std::uint32_t ttl_s = 0);
  sdk::Errc answer(std::size_t node, const sdk::Id& bottle, const std::string& text);
  void until(const std::function<bool()>& condition, const char* what);

  std::unique_ptr<BottleSea> sea;
};

}  // namespace p2pchat::test
