// SPDX-License-Identifier: MIT
#include "fuzz_keys.hpp"
#include "handshake_parts.hpp"

using namespace p2pchat;
using namespace p2pchat::rsa_aes;

namespace {

/// The stranger's message: the input itself, or an honest message with the input laid over it bit by bit.
Octets disturbed(const Octets& honest, bytes input, bool laid_over) {
  if (!laid_over) return {input.ptr, input.ptr + input.len};
  auto out = honest;
  for (std::size_t i = 0; i < input.len && i < out.size(); ++i) out[i] ^= input.ptr[i];
  return out;
}

}  // namespace

/// First octet: which message is disturbed (0 to 3) and how (bit 2). A disturbed handshake never ends in a session on
/// both sides, an undisturbed one always does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto& keys = test::fuzz_keys();
  const int victim = data[0] & 3;
  const auto dialling = make_initiator({keys.algorithms, keys.mine}, keys.other->public_half().id(), Fresh::draw());
  const auto answering = make_responder({keys.algorithms, keys.other}, Fresh::draw());
  Octets message;
  bool changed = false;
  for (int i = 0; i < 5; ++i) {
    Octets next;
    const auto status = (i % 2 == 0 ? dialling : answering)->step(view(message), next);
    if (!status.ok()) break;
    message = i == victim ? disturbed(next, {data + 1, size - 1}, (data[0] & 4) != 0) : next;
    changed = changed || message != next;
  }
  test::must(changed != (dialling->take_records() && answering->take_records()));
  parse_alert({data, size});
  parse_proof({data, size}, 256);
  return 0;
}
