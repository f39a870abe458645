// SPDX-License-Identifier: MIT
#pragma once
#include "callee.hpp"
#include "sides.hpp"

#include <map>
#include <set>

namespace p2pchat::isolation {

/// Answers what one worker asks its node, for the plugin whose `Host` this is. Thread: the link's.
class Desk final : public NodeSide {
 public:
  /// Hears how the life of the worker goes.
  struct Life {
    std::function<void(const sdk::Status&)> started;
    std::function<void(std::int32_t code)> ended;
  };

  /// All outlive it.
  Desk(sdk::Host& host, Callee& callee, Life life) : host_(host), callee_(callee), life_(std::move(life)) {}
  /// Ends the subscriptions of the worker. Thread: any, once the link's has ended.
  ~Desk();

  void log(sdk::Level level, sdk::str text) override;
  bool config(sdk::str key, sdk::Out& value) override { return host_.config(key, value); }
  std::uint64_t subscribe(sdk::str prefix, EventFn&& f) override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) override;
  void cancel(std::uint64_t token) override;
  std::uint32_t find(sdk::str iid, std::uint32_t index) override;
  void started(const sdk::Status& status) override { life_.started(status); }
  void ended(std::int32_t code) override { life_.ended(code); }

 private:
  sdk::Host& host_;
  Callee& callee_;
  const Life life_;
  const Callee::Lane loop_ = [this](sdk::Fn<void()>&& f) { host_.post(std::move(f)); };
  std::set<std::uint64_t> subscriptions_;
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> found_;
};

}  // namespace p2pchat::isolation
