// SPDX-License-Identifier: MIT
#pragma once
#include "support/virtual_host.hpp"

#include <p2pchat/bottle.hpp>

#include <functional>
#include <string>
#include <vector>

namespace p2pchat::test {

/// A sea without nodes: whatever is thrown into it lies there until its receiver takes it, whoever lives meanwhile.
class FakeSea {
 public:
  struct Addressed {
    sdk::Id bottle, sender, receiver;
    std::vector<std::uint8_t> sealed;
  };

  explicit FakeSea(VirtualClock& clock) : clock_(clock) {}
  /// Makes a bottle lie on the sea.
  void put(Addressed bottle) { afloat.push_back(std::move(bottle)); }
  /// Takes a bottle that is being thrown: it is on the sea after half of `delay_ms`.
  void cast(Addressed bottle);

  std::vector<Addressed> afloat;
  std::vector<sdk::Id> taken;                ///< told to erase, in order
  int thrown = 0;                            ///< how many were thrown in all
  int lose = 0;                              ///< so many of the next sink, though a node had them
  int copies = 1;                            ///< how often each is handed out
  std::uint64_t delay_ms = 100;              ///< from the throw to its answer
  sdk::Errc answer = sdk::Errc::ok;          ///< with anything else the bottle is not taken over
  std::function<void(Addressed&)> tamper{};  ///< what happens to each on its way

 private:
  VirtualClock& clock_;
};

/// The `Bottle` of one node: addressed bottles alone. Looks at the sea when somebody listens, and each minute.
class FakeHarbour final : public sdk::Bottle {
 public:
  FakeHarbour(VirtualHost& host, FakeSea& sea) : host_(host), sea_(sea) {}
  /// Whose bottles these are; nothing is handed out before.
  void is(const sdk::Id& me);

  void cast(sdk::str, std::uint32_t, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&&) override {}
  void beach(const sdk::Fn<void(const sdk::BottleView&)>&) override {}
  void mine(const sdk::Fn<void(const sdk::BottleView&)>&) override {}
  void journey(const sdk::Id&, const sdk::Fn<void(const sdk::BottleStep&)>&) override {}
  void open(const sdk::Id&, sdk::StatusFn&&) override {}
  void answer(const sdk::Id&, sdk::str, sdk::StatusFn&&) override {}
  void keep(const sdk::Id&, sdk::StatusFn&&) override {}
  void release(const sdk::Id&, sdk::StatusFn&&) override {}
  void cast_to(const sdk::Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) override;
  void on_addressed(sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)>&& f) override;
  void taken(const sdk::Id& bottle) override;

 private:
  void look();

  VirtualHost& host_;
  FakeSea& sea_;
  sdk::Id me_;
  sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)> listener_;
};

}  // namespace p2pchat::test
