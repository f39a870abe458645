// SPDX-License-Identifier: MIT
#include "baseline.hpp"
#include "bench_node.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>
#include <stdexcept>
#include <string>
#include <vector>

/// Prints how fast messages go from one node to another, as ratios of what a signature costs here and now.
///
/// Usage: messaging_benchmark [messages] [rounds] [directory]; by default 50000, 5 and one in memory.
namespace p2pchat::bench {
namespace {

double wall_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void print(const char* what, const std::vector<double>& values, const char* unit) {
  const auto [least, most] = std::ranges::minmax(values);
  std::printf("%-58s %8.2f %s   (%.2f to %.2f)\n", what, median(values), unit, least, most);
  std::fflush(stdout);
}

struct Run {
  double wall = 0, sender_cpu = 0, receiver_cpu = 0;
};

/// Sends `count` texts of 100 bytes at once and waits until the last is delivered, which all are then.
Run flood(BenchNode& from, BenchNode& to, int count) {
  std::promise<sdk::Id> saved;
  const std::string body(100, 'm');
  const double begun = wall_s(), sender = from.cpu_s(), receiver = to.cpu_s();
  for (int i = 1; i < count; ++i) from.chat().send(to.id(), body, {});
  from.chat().send(to.id(), body, [&](const sdk::Status&, const sdk::Id& id) { saved.set_value(id); });
  const auto last = saved.get_future().get();
  while (from.state(last) != sdk::State::delivered) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  Run run{wall_s() - begun, from.cpu_s() - sender, to.cpu_s() - receiver};
  if (from.delivered(to.id(), count) != count) throw std::runtime_error("not everything is delivered");
  return run;
}

/// One text at a time; the median from `send` to the receipt stored.
double latency(BenchNode& from, BenchNode& to, int count) {
  std::vector<double> times;
  const std::string body(100, 'm');
  for (int i = 0; i < count; ++i) {
    std::promise<sdk::Id> told;
    from.on_state([&, first = true](const sdk::Id& id) mutable {
      if (std::exchange(first, false)) told.set_value(id);
    });
    const double begun = wall_s();
    from.chat().send(to.id(), body, {});
    const auto id = told.get_future().get();
    const double took = wall_s() - begun;
    from.on_state({});
    // What took so long that it was first marked as sent does not count.
    if (from.state(id) == sdk::State::delivered) times.push_back(took);
    while (from.state(id) != sdk::State::delivered) std::this_thread::yield();
  }
  return median(times);
}

struct Figures {
  std::vector<double> wall, cpu;
};

void run_flood(BenchNode& from, BenchNode& to, int count, const Baseline& base, Figures& figures) {
  const auto run = flood(from, to, count);
  const double one = base.sign_s * count;
  figures.wall.push_back(one / run.wall);
  figures.cpu.push_back(one / std::max(run.sender_cpu, run.receiver_cpu));
  std::printf("  [%.0f/s, sender %.1f us, receiver %.1f us of CPU a message; S = %.0f/s]\n", count / run.wall,
              run.sender_cpu / count * 1e6, run.receiver_cpu / count * 1e6, 1 / base.sign_s);
}

void run(int count, int rounds, const std::filesystem::path& disk) {
  FixedRouting::Directory directory;
  BenchNode ann("bench-ann", directory, disk, BenchNode::Signing::shared);
  BenchNode ben("bench-ben", directory, disk, BenchNode::Signing::shared);
  BenchNode cid("bench-cid", directory, disk, BenchNode::Signing::each);
  befriend(ann, ben);
  befriend(cid, ben);
  BenchHost host({});
  cipher::rsa_aes::Suite crypto(host);
  if (!crypto.start().ok()) throw std::runtime_error("the suite did not start");
  Figures shared, each;
  std::vector<double> waits;
  for (int round = 0; round < rounds; ++round) {
    const auto base = measure(crypto, 0.3);
    waits.push_back(latency(ann, ben, 300) / (base.sign_s + base.verify_s + base.round_trip_s));
    run_flood(ann, ben, count, base, shared);
    run_flood(cid, ben, std::max(1, count / 25), base, each);
  }
  print("shared signatures, wall", shared.wall, "S");
  print("shared signatures, by CPU of the busier end", shared.cpu, "S");
  print("a signature each, wall", each.wall, "S");
  print("a signature each, by CPU of the busier end", each.cpu, "S");
  print("one message, send to receipt / (sign + verify + loopback)", waits, "x");
}

}  // namespace
}  // namespace p2pchat::bench

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::stoi(argv[1]) : 50'000, rounds = argc > 2 ? std::stoi(argv[2]) : 5;
  const std::filesystem::path memory = "/dev/shm";
  const auto parent = argc > 3                                ? std::filesystem::path(argv[3])
                      : std::filesystem::is_directory(memory) ? memory
                                                              : std::filesystem::temp_directory_path();
  auto name = (parent / "p2pchat-bench-XXXXXX").string();
  if (!::mkdtemp(name.data())) return 1;
  p2pchat::bench::run(count, rounds, name);
  std::filesystem::remove_all(name);
  return 0;
}
