// SPDX-License-Identifier: MIT
#pragma once
#include "finding.hpp"
#include "inbox.hpp"
#include "keeping.hpp"
#include "lan_bottle.hpp"

namespace p2pchat::lan_bottle {

/// The parts of one node, in the order in which they need each other.
struct LanBottle::Parts {
  Parts(const Surroundings& surroundings, const Settings& settings);
  /// Reads what an earlier process left, goes on with it and listens; then calls `done`.
  void begin(std::function<void(const sdk::Status&)> done);

  Pond pond;
  Throwing throwing{pond};
  Keeping keeping{pond};
  NewsDesk news{pond};
  Finding finding{pond, throwing, news};
  Inbox inbox{pond};

 private:
  sdk::Status listen();
  void go_on();
  void on_word(const Id& from, std::string_view text);
};

}  // namespace p2pchat::lan_bottle
