// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

namespace p2pchat::benchmark {

/// One thing to measure: what a round runs, and into how many parts its time is divided.
struct Measured {
  std::function<void()> round;
  double parts = 1;
};

/// CPU time of this thread in microseconds: other programs on the machine do not count.
inline double cpu_us() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

inline double us_per_part(const Measured& measured) {
  const auto begun = cpu_us();
  measured.round();
  return (cpu_us() - begun) / measured.parts;
}

/// Measures both in turns and prints how many times the baseline the subject costs: median of the rounds' ratios, the
/// least and the greatest, and both in microseconds.
inline void print_ratio(const char* name, const Measured& subject, const Measured& baseline, int rounds = 15) {
  us_per_part(subject), us_per_part(baseline);  // the first run of each warms caches
  std::vector<double> ratios, subjects, baselines;
  for (int i = 0; i < rounds; ++i) {
    subjects.push_back(us_per_part(subject));
    baselines.push_back(us_per_part(baseline));
    ratios.push_back(subjects.back() / baselines.back());
  }
  for (auto* values : {&ratios, &subjects, &baselines}) std::ranges::sort(*values);
  const auto middle = static_cast<std::size_t>(rounds / 2);
  std::printf("%-62s %7.3f  (%.3f to %.3f)  %9.2f / %9.2f us\n", name, ratios[middle], ratios.front(), ratios.back(),
              subjects[middle], baselines[middle]);
}

}  // namespace p2pchat::benchmark
