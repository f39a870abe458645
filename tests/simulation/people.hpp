// SPDX-License-Identifier: MIT
#pragma once
#include "cheater.hpp"
#include "logbook.hpp"
#include "options.hpp"

namespace p2pchat::simulation {

/// Those who sit before the nodes: they throw bottles, answer what they are the first to find, and some of them cheat.
class People {
 public:
  People(Sea& sea, Logbook& logbook, const Options& options);
  People(const People&) = delete;
  People& operator=(const People&) = delete;

  /// Throws `count` more bottles, evenly over `us`, everybody in turn; nobody more than his quota when the time allows
  /// it.
  void throw_all(std::size_t count, std::uint64_t us);
  bool is_cheater(std::size_t number) const;
  /// Also of those who are dead.
  bool is_cheater(const sdk::Id& id) const { return cheater_ids_.contains(id); }
  std::uint64_t thrown = 0, refused = 0, overdue = 0;
  /// Bottles that were answered by those who found them first, by bottle.
  const std::map<sdk::Id, sdk::Id>& answers() const { return answers_; }
  /// Bottles that lie on honest beaches although their time was over a minute ago, counted each time one looks.
  std::uint64_t count_overdue();

 private:
  void settle(SimNode& node);
  void throw_one();
  void on_found(std::size_t number, const sdk::Id& bottle);

  Sea& sea_;
  Logbook& logbook_;
  const Options options_;
  std::map<std::size_t, std::unique_ptr<Cheater>> cheaters_;
  std::set<sdk::Id> cheater_ids_;
  std::map<sdk::Id, sdk::Id> answers_;
  std::size_t turn_ = 0;
};

}  // namespace p2pchat::simulation
