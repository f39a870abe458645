// SPDX-License-Identifier: MIT
#pragma once
#include "trial.hpp"

#include <ostream>

namespace p2pchat::conformance {

/// One line for a person, and below it why, if there is something to say.
void print(const Result& result, std::ostream& out);
/// How many of each outcome, in one line.
void print_sum(const std::vector<Result>& results, std::ostream& out);
/// Everything, for a program: an object with `plugin`, `seed` and an array `trials`.
std::string as_json(const std::vector<Result>& results, const Order& order);
/// The same as JUnit XML, as build servers read it.
std::string as_junit(const std::vector<Result>& results, const Order& order);

}  // namespace p2pchat::conformance
