// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <cstdint>

namespace dht_benchmark {

/// What this process and its network used so far.
struct Used {
  std::uint64_t datagrams = 0, octets = 0, cpu_us = 0;  ///< octets with 42 of headers each
  std::chrono::steady_clock::time_point at{};
};

/// Reads the counters. Everything that the loopback interface of this namespace carried counts: there is nothing else
/// in it.
Used used();

/// Resident memory in KiB.
std::uint64_t resident_kib();

}  // namespace dht_benchmark
