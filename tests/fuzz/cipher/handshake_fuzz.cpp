// SPDX-License-Identifier: MIT
#include "cipher/handshake_parts.hpp"
#include "fuzz_keys.hpp"

#include <p2pchat/crypto.hpp>

using namespace p2pchat;
using namespace p2pchat::cipher;

namespace {

/// The stranger's message: the input itself, or an honest message with the input laid over it bit by bit.
Octets disturbed(const Octets& honest, bytes input, bool laid_over) {
  if (!laid_over) return {input.ptr, input.ptr + input.len};
  auto out = honest;
  for (std::size_t i = 0; i < input.len && i < out.size(); ++i) out[i] ^= input.ptr[i];
  return out;
}

void disturb(const test::FuzzKeys& keys, bytes input) {
  const int victim = input.ptr[0] & 3;
  const auto dialling = make_initiator({keys.scheme, keys.mine}, keys.other->public_half().id(), Fresh::draw());
  const auto answering = make_responder({keys.scheme, keys.other}, Fresh::draw());
  Octets message;
  bool changed = false;
  for (int i = 0; i < 5; ++i) {
    Octets next;
    const auto status = (i % 2 == 0 ? dialling : answering)->step(view(message), next);
    if (!status.ok()) break;
    message = i == victim ? disturbed(next, slice(input, 1, input.len - 1), (input.ptr[0] & 4) != 0) : next;
    changed = changed || message != next;
  }
  test::must(changed != (dialling->take_records() && answering->take_records()));
  parse_proof(*keys.scheme, input, keys.mine->public_half().carried_length());
}

}  // namespace

/// First octet: which message is disturbed (0 to 3) and how (bit 2). A disturbed handshake never ends in a session on
/// both sides, an undisturbed one always does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  for (const auto& keys : test::fuzz_keys()) disturb(keys, {data, size});
  const auto alert = parse_alert({data, size});
  test::must(!alert || sdk::same(view(encode(*alert)), {data, size}));
  return 0;
}
