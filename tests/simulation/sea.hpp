// SPDX-License-Identifier: MIT
#pragma once
#include "id_index.hpp"
#include "sim_node.hpp"

#include <deque>
#include <memory>

namespace p2pchat::simulation {

/// All nodes, living and dead, on one internet and one clock. The same seed makes the same run.
class Sea {
 public:
  explicit Sea(std::uint64_t seed)
      : seed_(seed), internet_(heap_, seed), exchange_(internet_, seed), bootstrap_(seed, Purpose::nodes, UINT64_MAX) {}
  /// What a node that starts finds in its configuration; empty: nothing.
  std::function<Settings(std::size_t number)> settings;
  bool with_bottles = false;
  /// Hears of each node that has started.
  std::function<void(SimNode&)> on_start;

  /// Starts a new person's node, which joins through three living ones; its number. The person may bring a key, and
  /// live in the network of another.
  std::size_t add(std::vector<std::uint8_t> key_file = {}, std::optional<std::size_t> beside = {});
  /// The same without a node: `start` is still to come.
  std::size_t add_person(std::vector<std::uint8_t> key_file, std::optional<std::size_t> beside = {});
  /// Starts the node of a person, on its disk.
  void start(std::size_t number);
  /// Ends a process without a word.
  void kill(std::size_t number);
  /// Adds `count` nodes, `pause_us` apart.
  void grow(std::size_t count, std::uint64_t pause_us = 20'000);

  /// The node, or null when it is not living.
  SimNode* node(std::size_t number) { return nodes_[number].get(); }
  /// The numbers of the living, in no order that matters.
  const std::vector<std::size_t>& living() const { return living_; }
  /// What outlives its processes.
  Person& person(std::size_t number) { return people_[number]; }
  std::size_t size() const { return nodes_.size(); }
  /// The living nodes nearest a key, nearest first, without one id. Who started in the last `settling_us` is left out,
  /// unless it is among those `found`.
  std::vector<sdk::Id> nearest(const sdk::Id& key, std::size_t count, const sdk::Id& without,
                               const std::vector<sdk::Id>& found = {}) const;
  /// Whether these are the three nearest a key. One that started in the last `settling_us` may be among them or not,
  /// because it takes that long until everybody can find it.
  bool are_nearest(const std::vector<sdk::Id>& ids, const sdk::Id& key, const sdk::Id& without) const;
  static constexpr std::uint64_t settling_us = 10'000'000;
  bool is_settled(std::size_t number) const { return nodes_[number]->born_us + settling_us <= heap_.now_us(); }
  /// Whether nobody started, settled or died since a time, so that the nearest to any key are the same.
  bool is_unchanged_since(std::uint64_t us) const { return us > died_us_ && us > started_us_ + settling_us; }
  EventHeap& heap() { return heap_; }
  Internet& internet() { return internet_; }
  Exchange& exchange() { return exchange_; }
  /// Of those who live.
  const IdIndex& ids() const { return ids_; }
  /// The living node with an id, or null.
  SimNode* find(const sdk::Id& id);
  std::uint64_t seed() const { return seed_; }

 private:
  const std::uint64_t seed_;
  EventHeap heap_;
  Internet internet_;
  Exchange exchange_;
  Chance bootstrap_;
  std::uint64_t started_us_ = 0, died_us_ = 0;  // the last
  std::deque<Person> people_;
  std::vector<std::unique_ptr<SimNode>> nodes_;
  std::vector<std::size_t> living_;
  IdIndex ids_;  // of the living
};

}  // namespace p2pchat::simulation
