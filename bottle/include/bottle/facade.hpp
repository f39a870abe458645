// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/around.hpp"
#include "bottle/readiness.hpp"

#include <p2pchat/bottle.hpp>

namespace p2pchat::bottle {

/// What a bottle plugin does once this node knows who it is. Thread: [loop].
class Doer : public sdk::Bottle {
 public:
  virtual ~Doer() = default;
  /// Reads what an earlier process left, goes on with it and listens; then `done`.
  virtual void begin(const sdk::Id& me, sdk::bytes public_key, std::function<void(const sdk::Status&)> done) = 0;
};

/// A bottle plugin as the host sees it: holds calls back until its `Doer` has begun, then hands them on. A plugin
/// derives from `PluginOf<Self, Facade>`.
class Facade : public sdk::Bottle {
 public:
  void cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) override;
  void beach(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void mine(const sdk::Fn<void(const sdk::BottleView&)>& each) override;
  void journey(const sdk::Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) override;
  void open(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void answer(const sdk::Id& bottle, sdk::str text, sdk::StatusFn&& done) override;
  void keep(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void release(const sdk::Id& bottle, sdk::StatusFn&& done) override;
  void cast_to(const sdk::Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) override;
  void on_addressed(sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)>&& f) override;
  void taken(const sdk::Id& bottle) override;

 protected:
  ~Facade() = default;
  /// In `start`: asks who I am, and has `doer` begin as that.
  void begin(const Around& around, std::unique_ptr<Doer> doer);
  /// In `stop`.
  void end() noexcept;

 private:
  bool is_ready() const { return readiness_ && readiness_->is_ready(); }

  std::unique_ptr<Readiness> readiness_;
  std::unique_ptr<Doer> doer_;
};

}  // namespace p2pchat::bottle
