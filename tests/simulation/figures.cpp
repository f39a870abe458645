// SPDX-License-Identifier: MIT
#include "figures.hpp"

#include <iomanip>
#include <sstream>

namespace p2pchat::simulation {

double Distribution::mean() const {
  double sum = 0;
  for (const auto& [value, times] : seen_) sum += double(value) * double(times);
  return count_ ? sum / double(count_) : 0;
}

std::uint64_t Distribution::percentile(double percent) const {
  std::uint64_t passed = 0;
  for (const auto& [value, times] : seen_) {
    passed += times;
    if (double(passed) * 100 >= percent * double(count_)) return value;
  }
  return most();
}

std::string Distribution::summary() const {
  std::ostringstream out;
  out << std::fixed << std::setprecision(2) << "mean " << mean() << ", p50 " << percentile(50) << ", p99 "
      << percentile(99) << ", least " << least() << ", most " << most() << " (of " << count_ << ")";
  return out.str();
}

std::string Distribution::counts() const {
  std::string text;
  for (const auto& [value, times] : seen_)
    text += (text.empty() ? "" : ", ") + std::to_string(value) + ": " + std::to_string(times);
  return text.empty() ? "none" : text;
}

std::string Share::text() const {
  std::ostringstream out;
  out << std::fixed << std::setprecision(2) << percent() << " % (" << good << " of " << all << ")";
  return out.str();
}

}  // namespace p2pchat::simulation
