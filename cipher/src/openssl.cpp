// SPDX-License-Identifier: MIT
#include "cipher/openssl.hpp"

#include <openssl/err.h>
#include <openssl/rand.h>

#include <string>

namespace p2pchat::cipher {
namespace {

std::string reason(const char* what) {
  char text[80] = "no reason given";
  if (const auto code = ERR_peek_last_error()) ERR_error_string_n(code, text, sizeof text);
  ERR_clear_error();
  return std::string(what) + ": " + text;
}

}  // namespace

OpensslFailure::OpensslFailure(const char* what) : std::runtime_error(reason(what)) {}

bool succeeded(int result) {
  if (result > 0) return true;
  ERR_clear_error();
  return false;
}

void fill_random(std::uint8_t* at, std::size_t length) {
  require(RAND_bytes(at, static_cast<int>(length)), "drawing random octets");
}

}  // namespace p2pchat::cipher
