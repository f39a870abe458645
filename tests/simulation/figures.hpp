// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace p2pchat::simulation {

/// How often each number was seen.
class Distribution {
 public:
  void add(std::uint64_t value, std::uint64_t times = 1) { seen_[value] += times, count_ += times; }
  std::uint64_t count() const { return count_; }
  double mean() const;
  /// The smallest number that at least `percent` of all do not exceed.
  std::uint64_t percentile(double percent) const;
  std::uint64_t least() const { return seen_.empty() ? 0 : seen_.begin()->first; }
  std::uint64_t most() const { return seen_.empty() ? 0 : seen_.rbegin()->first; }
  /// `mean 1.95, p50 2, p99 4, most 5 (of 1000)`
  std::string summary() const;
  /// `0: 3, 1: 17, ...`, for numbers of which there are few.
  std::string counts() const;

 private:
  std::map<std::uint64_t, std::uint64_t> seen_;
  std::uint64_t count_ = 0;
};

/// How many of some went well.
struct Share {
  std::uint64_t good = 0, all = 0;
  void add(bool is_good) { good += is_good, ++all; }
  double percent() const { return all ? 100.0 * double(good) / double(all) : 0; }
  /// `99.80 % (998 of 1000)`
  std::string text() const;
};

}  // namespace p2pchat::simulation
