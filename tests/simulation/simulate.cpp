// SPDX-License-Identifier: MIT
#include "addressing.hpp"

#include <cstring>
#include <iostream>

using namespace p2pchat::simulation;

namespace {

int usage(const std::string& why) {
  std::cerr << why << "\n"
            << "p2pchat-sim SCENARIO [--option number]...\n"
            << "scenarios: addressing\n"
            << "options and what they are unless said: " << text_of({}) << "\n";
  return 2;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return usage("which scenario?");
  Options options;
  if (const auto wrong = read_options(count - 2, words + 2, options); !wrong.empty()) return usage(wrong);
  const std::string scenario = words[1];
  std::cout << scenario << ' ' << text_of(options) << std::endl;
  if (scenario != "addressing") return usage("no scenario " + scenario);
  print(run_addressing(options), std::cout);
  return 0;
}
