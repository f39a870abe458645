// SPDX-License-Identifier: MIT
#include "sections.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// store_benchmark [--rows N] [--repeats N]
int main(int argc, char** argv) {
  std::uint32_t rows = 1'000'000;
  unsigned repeats = 7;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view option = argv[i];
    if (option == "--rows") rows = static_cast<std::uint32_t>(std::strtoul(argv[i + 1], nullptr, 10));
    if (option == "--repeats") repeats = static_cast<unsigned>(std::strtoul(argv[i + 1], nullptr, 10));
  }
  p2pchat::benchmark::commits(repeats);
  p2pchat::benchmark::searches(rows, repeats);
}
