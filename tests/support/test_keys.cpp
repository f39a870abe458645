// SPDX-License-Identifier: MIT
#include "support/test_keys.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace p2pchat::test {
namespace {

std::string text_of(const std::string& name) {
  const auto path = P2PCHAT_TEST_KEYS "/" + name + ".pem";
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("no test key at " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::string key_file(unsigned index, unsigned bits) {
  return text_of("rsa-" + std::to_string(bits) + "-" + std::to_string(index));
}

std::string ed25519_key_file(unsigned index) { return text_of("ed25519-" + std::to_string(index)); }

}  // namespace p2pchat::test
