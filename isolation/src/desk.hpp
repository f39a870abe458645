// SPDX-License-Identifier: MIT
#pragma once
#include "callee.hpp"
#include "line.hpp"
#include "sides.hpp"

#include <map>
#include <set>
#include <vector>

namespace p2pchat::isolation {

/// Answers what one worker asks its node, for the plugin whose `Host` this is. Thread: the link's.
class Desk final : public NodeSide {
 public:
  /// Hears how the life of the worker goes.
  struct Life {
    std::function<void(std::string iid, std::uint32_t object)> provides = [](auto&&...) {};
    std::function<void(const sdk::Status&)> made = [](auto&&...) {};
    std::function<void(const sdk::Status&)> started = [](auto&&...) {};
    std::function<void(std::int32_t code)> ended = [](auto&&...) {};
    std::function<void(std::uint64_t ping)> alive = [](auto&&...) {};
  };

  /// `host` and `callee` outlive it. `declared` are the ids of the interfaces that the plugin's manifest names.
  Desk(sdk::Host& host, Callee& callee, std::shared_ptr<Line> line, std::vector<std::string> declared, Life life);
  /// Ends the subscriptions of the worker. Thread: any, once the link's has ended.
  ~Desk();

  void log(sdk::Level level, sdk::str text) override;
  bool config(sdk::str key, sdk::Out& value) override { return host_.config(key, value); }
  std::uint64_t subscribe(sdk::str prefix, EventFn&& f) override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) override;
  void cancel(std::uint64_t token) override;
  std::uint32_t find(sdk::str iid, std::uint32_t index) override;
  void provides(sdk::str iid, std::uint32_t object) override { life_.provides(std::string(iid), object); }
  void made(const sdk::Status& status) override { life_.made(status); }
  void started(const sdk::Status& status) override { life_.started(status); }
  void ended(std::int32_t code) override { life_.ended(code); }
  void alive(std::uint64_t ping) override { life_.alive(ping); }

 private:
  sdk::Host& host_;
  Callee& callee_;
  const std::vector<std::string> declared_;
  const Life life_;
  const Callee::Lane loop_, offloaded_;
  std::set<std::uint64_t> subscriptions_;
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> found_;
};

}  // namespace p2pchat::isolation
