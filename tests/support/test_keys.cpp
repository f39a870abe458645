// SPDX-License-Identifier: MIT
#include "support/test_keys.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace p2pchat::test {

std::string key_file(unsigned index, unsigned bits) {
  const auto path = P2PCHAT_TEST_KEYS "/rsa-" + std::to_string(bits) + "-" + std::to_string(index) + ".pem";
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("no test key at " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace p2pchat::test
