// SPDX-License-Identifier: MIT
#include "nudge.hpp"

#include <unistd.h>

#include <cstdint>

namespace p2pchat::isolation {

void nudge(int descriptor) {
  const std::uint64_t one = 1;
  if (::write(descriptor, &one, sizeof one) < 0) return;  // full: it wakes anyway
}

void take_nudges(int descriptor) {
  std::uint64_t count = 0;
  if (::read(descriptor, &count, sizeof count) < 0) return;  // somebody else did
}

}  // namespace p2pchat::isolation
