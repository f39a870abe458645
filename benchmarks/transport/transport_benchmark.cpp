// SPDX-License-Identifier: MIT
#include "sides.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

using namespace p2pchat::benchmark;

constexpr int rounds = 7;
constexpr std::size_t coalesced = 64;
constexpr std::size_t few = 200'000, many = 3'000'000;

double at(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// One way of sending: how many a second, and what each costs both ends together in processor time.
struct Stream {
  std::vector<double> per_second, cost_ns;
  void measure(std::size_t messages, const std::function<double()>& run) {
    const auto before = used_ns();
    per_second.push_back(run());
    cost_ns.push_back((used_ns() - before) / static_cast<double>(messages));
  }
  static double used_ns() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return 1e9 * static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           1e3 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
  }
};

void print(const char* what, const std::vector<double>& values, const char* unit) {
  std::printf("  %-46s %12.1f %s  (%.1f to %.1f)\n", what, at(values, 0.5), unit, at(values, 0), at(values, 1));
}

void ratio(const char* what, const std::vector<double>& ours, const std::vector<double>& theirs) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < ours.size(); ++i) ratios.push_back(ours[i] / theirs[i]);
  std::printf("  %-46s %12.2f x  (%.2f to %.2f)\n", what, at(ratios, 0.5), at(ratios, 0), at(ratios, 1));
}

}  // namespace

// Everything is measured in turns, so that what else the machine does meets all of it alike.
int main() {
  Stream plugin, raw, limit;
  std::vector<double> plugin_rtt, raw_rtt;
  for (int round = 0; round < rounds; ++round) {
    raw.measure(few, [] { return raw_stream(few, 1); });
    plugin.measure(many, [] { return plugin_stream(many); });
    limit.measure(many, [] { return raw_stream(many, coalesced); });
    raw_rtt.push_back(at(raw_echo(5'000), 0.5));
    plugin_rtt.push_back(at(plugin_echo(5'000), 0.5));
  }
  std::printf("median of %d rounds (smallest to largest)\n\none way, 200 bytes:\n", rounds);
  print("Asio, one message per async_write", raw.per_second, "/s");
  print("Asio, 64 messages per async_write", limit.per_second, "/s");
  print("the plugin, through both loops", plugin.per_second, "/s");
  ratio("plugin / one per async_write", plugin.per_second, raw.per_second);
  ratio("plugin / 64 per async_write", plugin.per_second, limit.per_second);
  std::printf("\nprocessor time of both ends for each of them:\n");
  print("Asio, one message per async_write", raw.cost_ns, "ns");
  print("Asio, 64 messages per async_write", limit.cost_ns, "ns");
  print("the plugin, through both loops", plugin.cost_ns, "ns");
  ratio("one per async_write / plugin", raw.cost_ns, plugin.cost_ns);
  std::printf("\nround trip, 200 bytes, median of 5,000:\n");
  print("Asio, both ends on one thread", raw_rtt, "us");
  print("the plugin, two threads at either end", plugin_rtt, "us");
  ratio("plugin / Asio", plugin_rtt, raw_rtt);
}
