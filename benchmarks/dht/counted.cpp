// SPDX-License-Identifier: MIT
#include "counted.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace dht_benchmark {
namespace {

std::uint64_t microseconds(const timeval& time) {
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000 + static_cast<std::uint64_t>(time.tv_usec);
}

}  // namespace

Used used() {
  Used now;
  now.at = std::chrono::steady_clock::now();
  std::ifstream in("/proc/self/net/dev");
  for (std::string line; std::getline(in, line);) {
    unsigned long long octets = 0, packets = 0;
    if (std::sscanf(line.c_str(), " lo: %llu %llu", &octets, &packets) != 2) continue;
    now.octets = octets, now.datagrams = packets;
  }
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  now.cpu_us = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
  return now;
}

std::uint64_t resident_kib() {
  std::ifstream in("/proc/self/statm");
  std::uint64_t size = 0, resident = 0;
  in >> size >> resident;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

}  // namespace dht_benchmark
