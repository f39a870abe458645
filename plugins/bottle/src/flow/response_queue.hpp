// SPDX-License-Identifier: MIT
#pragma once
#include "flow/shore.hpp"

#include <set>

namespace p2pchat::bottle {

/// Hears what is said of bottles of mine and keeps it in their response queues; `handled` is said when it is durable.
///
/// Only who held the bottle is heard: each shows the gas and the token it came with. Thread: [loop].
class ResponseQueue {
 public:
  explicit ResponseQueue(Shore& shore) : shore_(shore) {}
  void on_found(const Id& from, std::string_view text);
  void on_reply(const Id& from, std::string_view text);
  /// Adds a step unless this node has caused one like it; `done` when it is durable.
  void add(const Id& bottle, Step step, sdk::StatusFn done);

 private:
  Refusal check(const Id& from, const Proof& proof);
  bool comes_again(const Id& from, const Proof& proof, Matter matter, Voyage voyage);
  void keep(const Id& from, Matter matter, const Id& bottle, Step step);
  void on_opened(const Id& from, const Proof& proof, const sdk::Status& status, std::string_view text);

  Shore& shore_;
  /// What is being opened or written: a copy of it waits for the same word.
  std::set<std::tuple<Id, Id, Matter>> pending_;
};

}  // namespace p2pchat::bottle
