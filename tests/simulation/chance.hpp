// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <cmath>

namespace p2pchat::simulation {

/// Mixes 64 bits (SplitMix64, Steele and others 2014).
constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
  x = (x ^ x >> 27) * 0x94d049bb133111eb;
  return x ^ x >> 31;
}

/// What chance is drawn for. Each purpose has a stream of its own, so that one more draw moves no other.
enum class Purpose : std::uint64_t { places, latency, loss, deaths, questions, bottles, cheating, nodes, lying, disks };

/// A seeded stream of random numbers.
class Chance {
 public:
  Chance(std::uint64_t seed, Purpose purpose, std::uint64_t number = 0)
      : state_(mixed(mixed(mixed(seed) + static_cast<std::uint64_t>(purpose)) + number)) {}
  std::uint64_t next() { return mixed(state_ += 0x9e3779b97f4a7c15); }
  /// Below `limit`, which is not 0.
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  /// At least 0 and below 1.
  double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  /// Whether something of that probability happens.
  bool happens(double probability) { return share() < probability; }
  /// A waiting time of an event that has no memory.
  double exponential(double mean) { return -mean * std::log1p(-share()); }
  void fill(std::uint8_t* p, std::uint64_t n) {
    for (; n; p += std::min<std::uint64_t>(n, 8), n -= std::min<std::uint64_t>(n, 8)) {
      const auto number = next();
      std::memcpy(p, &number, std::min<std::uint64_t>(n, 8));
    }
  }
  sdk::Id id() {
    sdk::Id id;
    fill(id.b, sizeof id.b);
    return id;
  }

 private:
  std::uint64_t state_;
};

/// A hash of everything that happened, in order: equal for two runs only when they were the same run.
class Trace {
 public:
  void add(std::uint64_t number) { hash_ = mixed(hash_ ^ number) + 0x9e3779b97f4a7c15; }
  void add(sdk::bytes octets) {
    for (std::uint64_t i = 0; i < octets.len; i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, octets.ptr + i, std::min<std::uint64_t>(8, octets.len - i));
      add(word);
    }
    add(octets.len);
  }
  std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_ = 0;
};

}  // namespace p2pchat::simulation
