// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include <charconv>
#include <string>

namespace p2pchat::rsa_aes {
namespace {

/// Reads a number when it is set; false when what is set is no number.
bool read_number(sdk::Host& host, sdk::str key, unsigned& value) {
  std::string text;
  sdk::OutTo out(text);
  if (!host.config(key, out)) return true;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Status read_settings(sdk::Host& host, Settings& settings) {
  auto& [bits, work] = settings;
  if (!read_number(host, "bits", bits) || (bits != 2048 && bits != 3072 && bits != 4096))
    return {Errc::invalid, "crypto-rsa-aes: `bits` must be 2048, 3072 or 4096"};
  if (!read_number(host, "delegation_work_bits", work) || work > 40)
    return {Errc::invalid, "crypto-rsa-aes: `delegation_work_bits` must be 0 to 40"};
  return {};
}

}  // namespace p2pchat::rsa_aes
