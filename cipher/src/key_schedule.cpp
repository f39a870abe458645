// SPDX-License-Identifier: MIT
#include "cipher/key_schedule.hpp"

#include "cipher/sha256.hpp"

#include <algorithm>

namespace p2pchat::cipher {
namespace {

using namespace std::string_view_literals;
constexpr auto protocol = "p2pchat/hs/1"sv;
constexpr auto handshake_label = "p2pchat/hs/1 keys"sv;
constexpr auto traffic_label = "p2pchat/hs/1 traffic"sv;
constexpr auto label_prefix = "p2pchat/hs/1 key"sv;

Secret<32> part(const SecretOctets& expanded, std::size_t index) {
  Secret<32> out;
  std::copy_n(expanded.data() + 32 * index, 32, out.data());
  return out;
}

}  // namespace

Id transcript::shares(const Algorithms& algorithms, bytes hello, bytes reply_open) {
  return sha256(algorithms, {bytes::of(protocol), hello, reply_open});
}
Id transcript::reply(const Algorithms& algorithms, const Id& th1, bytes reply) {
  return sha256(algorithms, {th1.view(), reply});
}
Id transcript::claim(const Algorithms& algorithms, const Id& th2, bytes carried, bytes key) {
  return sha256(algorithms, {th2.view(), carried, key});
}
Id transcript::proof(const Algorithms& algorithms, const Id& th3, bytes signature) {
  return sha256(algorithms, {th3.view(), signature});
}

HandshakeKeys handshake_keys(const Algorithms& algorithms, const Id& th1, const Secret<32>& shared) {
  const auto extracted = hkdf_extract(algorithms, th1.view(), view(shared));
  const auto expanded = hkdf_expand(algorithms, view(extracted), {bytes::of(handshake_label)}, 128);
  return {part(expanded, 0), part(expanded, 1), part(expanded, 2), part(expanded, 3)};
}

TrafficSecrets traffic_secrets(const Algorithms& algorithms, const Id& th4, const Secret<32>& shared,
                               const Secret<32>& carried) {
  SecretOctets both(shared.data(), shared.data() + shared.size());
  both.insert(both.end(), carried.data(), carried.data() + carried.size());
  const auto extracted = hkdf_extract(algorithms, th4.view(), view(both));
  const auto expanded = hkdf_expand(algorithms, view(extracted), {bytes::of(traffic_label)}, 64);
  return {part(expanded, 0), part(expanded, 1)};
}

Secret<32> responder_finish(const Algorithms& algorithms, const HandshakeKeys& keys, const Id& th1, bytes key,
                            bytes signature) {
  return hmac(algorithms, view(keys.responder_finish), {th1.view(), key, signature});
}
Secret<32> initiator_finish(const Algorithms& algorithms, const HandshakeKeys& keys, const Id& th4) {
  return hmac(algorithms, view(keys.initiator_finish), {th4.view()});
}

Octets carried_label(const Id& th1) {
  Octets label;
  put(label, bytes::of(label_prefix));
  put(label, th1.view());
  return label;
}

}  // namespace p2pchat::cipher
