// SPDX-License-Identifier: MIT
#include "suite.hpp"

#include "rsa_scheme.hpp"

namespace p2pchat::cipher::rsa_aes {

SharedScheme Suite::scheme(Status& why) {
  unsigned bits = 2048;
  const bool taken = read_number(host, "bits", 2048, 4096, bits).ok() && bits % 1024 == 0;
  if (!taken) why = {Errc::invalid, "setting `bits` must be 2048, 3072 or 4096"};
  return taken ? std::make_shared<RsaScheme>(bits) : nullptr;
}

}  // namespace p2pchat::cipher::rsa_aes
