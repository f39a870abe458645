// SPDX-License-Identifier: MIT
#pragma once
#include "mind.hpp"

#include <p2pchat/bottle.hpp>
#include <p2pchat/chat.hpp>
#include <p2pchat/plugin.hpp>

namespace p2pchat::stranger {

/// Somebody to meet in a practice sea: hears what happens to his node, and does what his mind decides.
///
/// Settings: `seed`, a number; `temper`, `talkative`, `calm` or `silent`. Works without Bottle, for chat alone.
class Stranger final : public sdk::PluginOf<Stranger> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;

 private:
  sdk::Status read_settings();
  void awake(sdk::str name);
  void look_at_beach();
  void look_at_requests();
  void listen_to(const sdk::Message& message);
  void act();
  void act(const Deed& deed);
  void settle();
  sdk::StatusFn noted(const char* what);
  std::uint64_t now_ms() { return host.ticks_us() / 1'000; }

  sdk::Chat* chat_ = nullptr;
  sdk::Bottle* bottle_ = nullptr;
  std::uint64_t seed_ = 0;
  Temper temper_ = Temper::calm;
  std::optional<Mind> mind_;  // once it is known who I am
  std::uint64_t timer_ = 0;
};

}  // namespace p2pchat::stranger
