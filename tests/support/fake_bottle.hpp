// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/bottle.hpp>
#include <p2pchat/host.hpp>

#include <string>
#include <vector>

namespace p2pchat::test {

/// A `Bottle` without a sea: it keeps everything in memory, answers through the host's loop and publishes events.
///
/// The methods in the first part play the sea's side. Thread: any; they take effect on the loop.
class FakeBottle final : public sdk::Bottle {
 public:
  FakeBottle(sdk::Host& host, const sdk::Id& me) : host_(host), me_(me) {}

  /// The id of the n-th bottle, from 1, whether it was thrown here or came.
  static sdk::Id id(std::uint8_t number);
  /// Somebody's bottle comes; its id is the next.
  void drift_in(const sdk::Id& sender, std::string body, sdk::Voyage voyage = sdk::Voyage::unread,
                std::uint32_t hops = 2);
  /// A bottle of mine gets on.
  void step(const sdk::Id& bottle, sdk::Voyage voyage, const sdk::Id& node, std::uint32_t hops = 0,
            std::string text = {});
  /// A bottle is forgotten.
  void vanish(const sdk::Id& bottle);
  /// What was answered, oldest first. Thread: the loop's.
  const std::vector<std::string>& answered() const { return answered_; }
  /// When set, every call fails with this. Set before use.
  sdk::Status failure;

  void cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) override;
  void beach(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void mine(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void journey(const sdk::Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) override;
  void open(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void answer(const sdk::Id& bottle, sdk::str text, sdk::StatusFn&& done) override;
  void keep(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void release(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void cast_to(const sdk::Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&&) override {}
  void on_addressed(sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)>&&) override {}
  void taken(const sdk::Id&) override {}

 private:
  struct Kept {
    sdk::BottleView view;  // without its body
    std::string body;
    struct Step {
      sdk::BottleStep step;  // without its text
      std::string text;
    };
    std::vector<Step> steps;
  };
  Kept* find(const sdk::Id& bottle);
  Kept& add(const sdk::Id& sender, std::string body, sdk::Voyage voyage, std::uint64_t ttl_ms);
  void list(bool mine, const sdk::Fn<void(const sdk::BottleView&)>& each);
  void set(const sdk::Id& bottle, sdk::Voyage voyage, sdk::StatusFn done);
  void finish(sdk::StatusFn done, sdk::Status status);
  sdk::Host& host_;
  sdk::Id me_;
  std::vector<Kept> kept_;  // oldest first
  std::uint8_t last_ = 0;
  std::vector<std::string> answered_;
};

}  // namespace p2pchat::test
