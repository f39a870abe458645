// SPDX-License-Identifier: MIT
#include "cipher/suite_numbers.hpp"

namespace p2pchat::cipher {
namespace {

constexpr std::size_t most_named = 4;

std::string name_of(std::uint16_t suite) {
  if (suite == rsa_aes_number) return "rsa-aes";
  if (suite == ed25519_number) return "ed25519-chacha20";
  std::string hex = "0x";
  for (int shift = 12; shift >= 0; shift -= 4) hex += "0123456789abcdef"[suite >> shift & 15];
  return hex;
}

}  // namespace

std::string names_of(const SuiteNumbers& suites) {
  std::string names;
  for (std::size_t i = 0; i < suites.size() && i < most_named; ++i)
    names += (names.empty() ? "" : ", ") + name_of(suites[i]);
  if (suites.size() > most_named) names += " and " + std::to_string(suites.size() - most_named) + " more";
  return names;
}

Status no_common_suite(const SuiteNumbers& mine, const SuiteNumbers& theirs) {
  return {Errc::unsupported, "no common suite: we speak " + names_of(mine) + "; they speak " + names_of(theirs)};
}

}  // namespace p2pchat::cipher
