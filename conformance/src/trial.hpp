// SPDX-License-Identifier: MIT
#pragma once
#include "child.hpp"
#include "order.hpp"

#include <functional>

namespace p2pchat::conformance {

/// What one trial came to.
struct Result {
  enum class Outcome { passed, failed, crashed, hung, skipped, off };
  std::string name;  ///< such as `CryptoContract.A_record_is_opened_once`
  Outcome outcome = Outcome::failed;
  std::string why;  ///< what was found, for a person; empty when it passed
  double seconds = 0;
};

/// A word for an outcome.
const char* word(Result::Outcome outcome);
/// Whether an outcome speaks against the plugin.
bool is_bad(Result::Outcome outcome);

/// The trials of one plugin, each in a process of this same program.
class Trials {
 public:
  /// `self` is this program's file; `folder` is where trials work, empty at first and shared by all of them.
  Trials(const Order& order, std::filesystem::path self, std::filesystem::path folder);
  /// Runs all that were ordered, one after the other; tells each as it ends. Throws `std::runtime_error` when they
  /// cannot even be listed.
  void run(const SwitchedOff& off, const std::function<void(const Result&)>& tell) const;

 private:
  std::vector<std::string> list() const;
  Result attempt(const std::string& test) const;
  Result attempt_own(const std::filesystem::path& program) const;
  Command command(std::vector<std::string> words) const;
  const Order& order_;
  const std::filesystem::path self_, folder_;
};

}  // namespace p2pchat::conformance
