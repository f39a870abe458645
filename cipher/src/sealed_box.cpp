// SPDX-License-Identifier: MIT
#include "cipher/sealed_box.hpp"

#include "cipher/aead.hpp"
#include "cipher/sha256.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::cipher {
namespace {

using namespace std::string_view_literals;
constexpr std::uint8_t version = 1;
constexpr Nonce no_nonce{};

Octets head_of(const Scheme& scheme) {
  Octets head{version};
  put(head, scheme.number());
  return head;
}

Id context_of(const Algorithms& algorithms, bytes head, const Id& owner, bytes aad) {
  return sha256(algorithms, {bytes::of("p2pchat/seal/1\0"sv), head, owner.view(), aad});
}

}  // namespace

Octets seal_box(const Scheme& scheme, const PublicKey& to, bytes aad, bytes plain) {
  const auto& algorithms = *scheme.algorithms();
  auto box = head_of(scheme);
  const auto context = context_of(algorithms, view(box), to.id(), aad);
  const auto carried = to.carry(context.view());
  put(box, view(carried.text));
  const auto at = box.size();
  box.resize(at + plain.len + tag_length);
  Aead(algorithms, Aead::Direction::seal, view(carried.secret)).seal(no_nonce, context.view(), plain, box.data() + at);
  return box;
}

std::optional<SecretOctets> open_box(const Scheme& scheme, const PrivateKey& key, bytes aad, bytes box) {
  const auto& algorithms = *scheme.algorithms();
  const auto head = head_of(scheme);
  const auto& me = key.public_half();
  Reader reader(box);
  const auto begins = reader.take(head.size());
  const auto carried = reader.take(me.carried_length());
  const auto sealed = reader.rest();
  if (!reader.whole() || !sdk::same(begins, view(head)) || sealed.len < tag_length ||
      sealed.len > largest_box + tag_length)
    return std::nullopt;
  const auto context = context_of(algorithms, view(head), me.id(), aad);
  const auto content_key = key.receive(context.view(), carried);
  SecretOctets plain(sealed.len - tag_length);
  Aead cipher(algorithms, Aead::Direction::open, view(content_key));
  if (!cipher.open(no_nonce, context.view(), sealed, plain.data())) return std::nullopt;
  return plain;
}

}  // namespace p2pchat::cipher
