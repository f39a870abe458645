// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>

namespace p2pchat::simulation {

/// What a run is made of; every scenario uses some of it.
struct Options {
  std::uint64_t seed = 1;
  std::size_t nodes = 200;
  double session_min = 0;  ///< mean length of a session in minutes; 0: nobody leaves
  double median_min = 0;   ///< or its median, in place of the mean
  double shape = 1;        ///< of the distribution of lengths (Weibull); 1: exponential
  double back_min = 0;     ///< mean time until who left comes back; 0: strangers come instead
  double loss_percent = 0;
  double dead_percent = 0;    ///< nodes that are killed at once before the first bottle
  double minutes = 10;        ///< how long to wait before questions are asked
  std::size_t lookups = 500;  ///< how many are asked
  std::size_t bottles = 200;
  double life_min = 1440;                                                       ///< of a bottle
  double away_min = 30;                                                         ///< how long people are away
  double cheaters_percent = 0;                                                  ///< nodes that cheat
  std::size_t beach = 200;                                                      ///< places on a beach
  double forgers = 0, haunters = 0, colluders = 0, droppers = 0, stallers = 0;  ///< percent of nodes that lie, and how
  std::size_t filled = 0;  ///< how many nodes of each bucket's range chance puts on every disk before the first start
  std::size_t sybils = 32, networks = 4;  ///< who surround one node, and how many /24 they live in
};

/// Reads `--nodes 1000 --seed 3 ...`; what is wrong, or empty.
std::string read_options(int count, const char* const* words, Options& options);

/// The options as they would be written.
std::string text_of(const Options& options);

}  // namespace p2pchat::simulation
