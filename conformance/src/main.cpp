// SPDX-License-Identifier: MIT
// Checks a plugin: begins one process per trial, and with `--trial` is one.
#include "report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stdexcept>

using namespace p2pchat::conformance;

namespace {

/// A new folder, which goes with everything in it. Throws when none can be made.
struct Folder {
  Folder() {
    auto name = (std::filesystem::temp_directory_path() / "p2pchat-check-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no folder can be made as " + name);
    path = name;
  }
  Folder(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  std::filesystem::path path;
};

int check(const Order& order) {
  const auto off = order.off ? read_switched_off(*order.off) : SwitchedOff();
  const Folder folder;
  std::vector<Result> results;
  Trials(order, std::filesystem::read_symlink("/proc/self/exe"), folder.path).run(off, [&](const Result& result) {
    results.push_back(result);
    if (!order.json) print(result, std::cout), std::cout.flush();
  });
  if (results.empty()) return std::cerr << "no trial is called " << order.only << "\n", wrong_usage;
  if (order.json)
    std::cout << as_json(results, order) << "\n";
  else
    print_sum(results, std::cout);
  if (order.junit && !(std::ofstream(*order.junit) << as_junit(results, order)).flush())
    return std::cerr << *order.junit << " cannot be written\n", wrong_usage;
  return std::ranges::any_of(results, is_bad, &Result::outcome) ? some_did_not : all_passed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "--trial") {
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
  }
  int exit_code = 0;
  const auto order = read_order(argc, argv, exit_code);
  if (!order) return exit_code;
  try {
    return check(*order);
  } catch (const std::exception& error) {
    std::cerr << "p2pchat-plugin-check: " << error.what() << "\n";
    return wrong_usage;
  }
}
