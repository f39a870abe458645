// SPDX-License-Identifier: MIT
#include "datagram.hpp"

#include <cstdlib>

using namespace p2pchat::lan_routing;

/// What is read is written back as the very octets that were read: every datagram has one form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto datagram = read_datagram({data, size});
  if (datagram && to_octets(*datagram) != Octets(data, data + size)) std::abort();
  return 0;
}
