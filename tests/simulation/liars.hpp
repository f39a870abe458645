// SPDX-License-Identifier: MIT
#pragma once
#include "liar.hpp"
#include "options.hpp"

namespace p2pchat::simulation {

/// Those among the nodes who lie, and what they know together. They join like everybody and lie from their first
/// answer on; the first node never does.
///
/// Everybody joins through one honest node, as one joins through a friend, and two of whom nothing is known.
class Liars {
 public:
  Liars(Sea& sea, const Options& options);
  Liars(const Liars&) = delete;
  Liars& operator=(const Liars&) = delete;

  bool is_liar(std::size_t number) const;
  bool is_liar(const sdk::Id& id) const { return ids_.find(id) != nullptr; }
  /// Starts `options.sybils` colluders whose ids are ground to be nearer to one than any honest node is likely to be,
  /// in as many networks as `options.networks` says.
  void surround(const sdk::Id& id);
  /// The same, but they spread evenly over all the buckets of that one.
  void crowd(const sdk::Id& id);
  /// A random honest node that lives.
  std::size_t honest(Chance& chance) const;

 private:
  void settle(SimNode& node);
  std::optional<Lie> lie_of(std::size_t number) const;
  std::vector<kademlia::Contact> nearest(const sdk::Id& key, std::size_t count, bool liars_only) const;
  void add_sybils(const sdk::Id& near, const std::function<std::uint32_t(std::size_t)>& bits_of);
  std::vector<std::uint8_t> ground_key(const sdk::Id& near, std::uint32_t bits, std::uint64_t number) const;

  Sea& sea_;
  const Options options_;
  Gossip gossip_;
  mutable Chance strangers_;
  std::size_t sybils_from_ = SIZE_MAX;
  std::map<std::size_t, std::unique_ptr<Liar>> liars_;
  IdIndex ids_;  // of all who lie or ever did
};

}  // namespace p2pchat::simulation
