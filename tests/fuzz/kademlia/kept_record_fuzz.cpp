// SPDX-License-Identifier: MIT
#include "parts.hpp"

#include <cstdlib>

/// Whatever is read is within the limits and says the same after being packed again, also in parts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace p2pchat::kademlia;
  const auto record = unpack_record(p2pchat::sdk::bytes(data, size));
  if (!record) return 0;
  const auto packed = pack(*record);
  if (packed != Octets(data, data + size) || packed.size() > max_record) std::abort();
  PartCollector collector;
  const auto of = parts_of(packed.size());
  for (std::uint8_t number = 1; number <= of; ++number)
    if (!collector.take({number, of}, part_of(packed, number))) std::abort();
  if (of > max_record_parts || collector.whole() != packed) std::abort();
  return 0;
}
