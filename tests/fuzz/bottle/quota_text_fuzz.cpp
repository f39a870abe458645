// SPDX-License-Identifier: MIT
#include "judge/quotas.hpp"

#include <cstdlib>

/// The input as a kept snapshot of quotas: whatever stands there, what comes of it is bounded and restores as itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace p2pchat::bottle;
  constexpr std::uint64_t now_ms = 1'763'923'200'123;
  Quotas first(Quotas::Limits{}), second(Quotas::Limits{});
  first.restore({reinterpret_cast<const char*>(data), size}, now_ms);
  const auto text = first.snapshot(now_ms);
  if (text.size() > 512 * 1024) std::abort();
  second.restore(text, now_ms);
  if (second.snapshot(now_ms) != text) std::abort();
  return 0;
}
