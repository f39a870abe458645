// SPDX-License-Identifier: MIT
#include "corpus.hpp"
#include "open_store.hpp"
#include "sections.hpp"

#include <chrono>
#include <cstdio>

namespace p2pchat::benchmark {
namespace {

struct Cost {
  std::vector<double> cpu_us, wall_us;  // per message, one entry per repeat
};

void group(OpenStore& opened, const std::vector<sdk::Message>& messages) {
  std::uint32_t added = 0;
  if (!opened->begin().ok()) std::abort();
  for (const auto& message : messages)
    if (!opened->add(message, added).ok()) std::abort();
  if (!opened->commit().ok()) std::abort();
}

// A group holds what one peer sends, or what a hundred do.
void store(OpenStore& opened, Corpus& corpus, std::uint32_t messages, std::uint32_t per_group, unsigned peers,
           Cost& cost) {
  double cpu = 0, wall = 0;
  for (std::uint32_t done = 0; done < messages; done += per_group) {
    const auto& made = corpus.make(per_group, peers);
    const auto began = std::chrono::steady_clock::now();
    cpu += cpu_of([&] { group(opened, made); });
    wall += std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count();
  }
  cost.cpu_us.push_back(cpu / messages);
  cost.wall_us.push_back(wall / messages);
}

void print(const char* name, const Cost& cost) {
  const auto cpu = spread(cost.cpu_us), wall = spread(cost.wall_us);
  std::printf("%-28s %8.2f (%.2f - %.2f) %10.2f (%.2f - %.2f)\n", name, cpu.median, cpu.low, cpu.high, wall.median,
              wall.low, wall.high);
}

double ratio(const std::vector<double>& a, const std::vector<double>& b) { return spread(a).median / spread(b).median; }

}  // namespace

void commits(unsigned repeats) {
  OpenStore opened;
  Corpus corpus(1);
  Cost warm, one, by_64, by_512, normal_64, mixed_64;
  store(opened, corpus, 20'480, 512, 100, warm);
  for (unsigned i = 0; i < repeats; ++i) {
    std::uint64_t next = 0;  // indexes what waits, so that single commits index themselves only
    if (!opened->search("a", {}, 0, 1, next, [](const sdk::Message&) { return 1U; }).ok()) std::abort();
    store(opened, corpus, 256, 1, 1, one);
    store(opened, corpus, 4096, 64, 1, by_64);
    store(opened, corpus, 8192, 512, 1, by_512);
    store(opened, corpus, 4096, 64, 100, mixed_64);
    opened.sql("PRAGMA synchronous = NORMAL");
    store(opened, corpus, 4096, 64, 1, normal_64);
    opened.sql("PRAGMA synchronous = FULL");
  }
  std::printf("us per stored message, %u repeats    CPU median (range)    wall median (range)\n", repeats);
  print("1 per commit, and indexed", one);
  print("64 per commit", by_64);
  print("64 per commit of 100 peers", mixed_64);
  print("512 per commit", by_512);
  print("64 per commit, NORMAL", normal_64);
  std::printf("CPU:  1 / 64 per commit %.1f, 64 / 512 %.2f, FULL / NORMAL %.2f\n", ratio(one.cpu_us, by_64.cpu_us),
              ratio(by_64.cpu_us, by_512.cpu_us), ratio(by_64.cpu_us, normal_64.cpu_us));
  std::printf("wall: 1 / 64 per commit %.1f, 64 / 512 %.2f, FULL / NORMAL %.2f\n", ratio(one.wall_us, by_64.wall_us),
              ratio(by_64.wall_us, by_512.wall_us), ratio(by_64.wall_us, normal_64.wall_us));
}

}  // namespace p2pchat::benchmark
