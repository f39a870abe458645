// SPDX-License-Identifier: MIT
#include "endpoint.hpp"

#include <cstdlib>

// What is read as numeric is written as a text that reads the same; what is a name is not numeric.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace p2pchat::socket_transport;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parts = split_endpoint(text);
  const auto endpoint = parse_endpoint(text);
  if (endpoint && !parts) std::abort();
  if (!endpoint) return 0;
  if (endpoint->port != parts->port) std::abort();
  const auto written = to_text(*endpoint);
  const auto again = parse_endpoint(written);
  if (!again || *again != *endpoint || to_text(*again) != written) std::abort();
  return 0;
}
