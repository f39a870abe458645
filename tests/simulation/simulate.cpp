// SPDX-License-Identifier: MIT
#include "addressing.hpp"
#include "drifting.hpp"
#include "eclipse.hpp"
#include "offline.hpp"

#include <iostream>

using namespace p2pchat::simulation;

namespace {

int usage(const std::string& why) {
  std::cerr << why << "\n"
            << "p2pchat-sim addressing | hiding | eclipse | drifting | offline [--option number]...\n"
            << "options, and what they are unless said: " << text_of({}) << "\n";
  return 2;
}

/// A long run says from time to time how it stands.
std::size_t parts_of(const Options& options) { return std::max<std::size_t>(options.bottles / 2'000, 1); }

void print_part(const DriftingResult& result) {
  std::cout << "so far:\n";
  print(result, std::cout);
  std::cout << std::endl;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return usage("which scenario?");
  Options options;
  if (const auto wrong = read_options(count - 2, words + 2, options); !wrong.empty()) return usage(wrong);
  const std::string scenario = words[1];
  std::cout << scenario << ' ' << text_of(options) << std::endl;
  if (scenario == "addressing")
    print(run_addressing(options), std::cout);
  else if (scenario == "hiding")
    print(run_hiding(options), std::cout);
  else if (scenario == "eclipse")
    print(run_eclipse(options), std::cout);
  else if (scenario == "drifting")
    print(run_drifting(options, parts_of(options), print_part), std::cout);
  else if (scenario == "offline")
    print(run_offline(options), std::cout);
  else
    return usage("no scenario " + scenario);
  return 0;
}
