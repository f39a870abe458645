// SPDX-License-Identifier: MIT
#include "trial.hpp"

#include <cstring>
#include <sstream>
#include <stdexcept>

namespace p2pchat::conformance {
namespace {

using Outcome = Result::Outcome;

/// `Plugin/CryptoContract.Signs/mine` is called `CryptoContract.Signs`.
std::string plain_name(const std::string& test) {
  const auto slash = test.find('/'), dot = test.find('.');
  const auto from = slash < dot ? slash + 1 : 0;
  return test.substr(from, test.find('/', dot) - from);
}

/// What GoogleTest said between the name of the test and its verdict.
std::string finding(const std::string& output, const std::string& verdict) {
  auto from = output.find("[ RUN      ]");
  from = from == output.npos ? 0 : output.find('\n', from) + 1;
  const auto to = output.find(verdict, from);
  auto found = output.substr(from, to == output.npos ? to : to - from);
  while (found.ends_with('\n')) found.pop_back();
  return found;
}

Result judged(std::string name, const Ended& ended) {
  Result result{.name = std::move(name), .why = {}, .seconds = ended.seconds};
  const auto said = [&](const std::string& first) {
    return first + (ended.output.empty() ? "" : ". It said:\n" + finding(ended.output, "\n[  "));
  };
  switch (ended.how) {
    case Ended::How::not_begun:
      result.why = "the trial's process could not be started";
      break;
    case Ended::How::hung:
      result.outcome = Outcome::hung, result.why = said("it did not end in time");
      break;
    case Ended::How::killed:
      result.outcome = Outcome::crashed;
      result.why = said(std::string("signal ") + strsignal(ended.code));
      break;
    case Ended::How::returned:
      if (ended.code == 0 && ended.output.find("[  SKIPPED ]") != std::string::npos)
        result.outcome = Outcome::skipped, result.why = finding(ended.output, "[  SKIPPED ]");
      else if (ended.code == 0 && ended.output.find("[  PASSED  ] 1 test") != std::string::npos)
        result.outcome = Outcome::passed;
      else if (ended.output.find("[  FAILED  ]") != std::string::npos)
        result.why = finding(ended.output, "[  FAILED  ]");
      else
        result.outcome = Outcome::crashed, result.why = said("the process ended with " + std::to_string(ended.code));
  }
  return result;
}

}  // namespace

const char* word(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return "passed";
    case Outcome::failed:
      return "failed";
    case Outcome::crashed:
      return "crashed";
    case Outcome::hung:
      return "hung";
    case Outcome::skipped:
      return "skipped";
    case Outcome::off:
      return "off";
  }
  return "";
}

bool is_bad(Outcome outcome) {
  return outcome == Outcome::failed || outcome == Outcome::crashed || outcome == Outcome::hung;
}

Trials::Trials(const Order& order, std::filesystem::path self, std::filesystem::path folder)
    : order_(order), self_(std::move(self)), folder_(std::move(folder)) {}

Command Trials::command(std::vector<std::string> words) const {
  std::string settings;
  for (const auto& setting : order_.settings) settings += setting + "\n";
  return {std::move(words),
          {{"P2PCHAT_CHECKED_PLUGIN", std::filesystem::absolute(order_.plugin).string()},
           {"P2PCHAT_CHECKED_SETTINGS", settings},
           {"P2PCHAT_CHECKED_SEED", std::to_string(order_.seed)}},
          folder_};
}

std::vector<std::string> Trials::list() const {
  const auto ended = conformance::run(command({self_, "--trial", "--gtest_list_tests"}), order_.limit);
  if (ended.how != Ended::How::returned || ended.code != 0)
    throw std::runtime_error("the trials cannot be listed: " + ended.output);
  std::vector<std::string> tests;
  std::istringstream lines(ended.output);
  for (std::string line, suite; std::getline(lines, line);) {
    line = line.substr(0, line.find("  #"));
    if (!line.starts_with("  "))
      suite = line;
    else if (const auto test = suite + line.substr(2); is_chosen(order_.only, plain_name(test)))
      tests.push_back(test);
  }
  return tests;
}

Result Trials::attempt(const std::string& test) const {
  return judged(plain_name(test),
                conformance::run(command({self_, "--trial", "--gtest_filter=" + test}), order_.limit));
}

Result Trials::attempt_own(const std::filesystem::path& program) const {
  const auto ended = conformance::run(command({std::filesystem::absolute(program)}), order_.limit);
  if (ended.how != Ended::How::returned) return judged("Own." + program.filename().string(), ended);
  return {.name = "Own." + program.filename().string(),
          .outcome = ended.code == 0 ? Outcome::passed : Outcome::failed,
          .why = ended.code == 0 ? "" : ended.output,
          .seconds = ended.seconds};
}

void Trials::run(const SwitchedOff& off, const std::function<void(const Result&)>& tell) const {
  for (const auto& test : list()) {
    const auto* reason = reason_for(off, plain_name(test));
    tell(reason ? Result{.name = plain_name(test), .outcome = Outcome::off, .why = *reason} : attempt(test));
  }
  for (const auto& program : order_.more) tell(attempt_own(program));
}

}  // namespace p2pchat::conformance
