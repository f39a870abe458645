// SPDX-License-Identifier: MIT
#include "sealed_box.hpp"

#include "gcm.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::rsa_aes {
namespace {

using namespace std::string_view_literals;
constexpr std::uint8_t head_octets[] = {1, 0x00, 0x01};  // version, suite
constexpr bytes head(head_octets, sizeof head_octets);
constexpr Nonce no_nonce{};

Id context_of(const Algorithms& algorithms, const Id& owner, bytes aad) {
  return sha256(algorithms, {bytes::of("p2pchat/seal/1\0"sv), head, owner.view(), aad});
}

}  // namespace

Octets seal_box(const Algorithms& algorithms, const PublicKey& to, bytes aad, bytes plain) {
  const auto context = context_of(algorithms, to.id(), aad);
  Secret<32> content_key;
  fill_random(content_key.data(), content_key.size());
  Octets box;
  put(box, head);
  put(box, view(to.encrypt(context.view(), view(content_key))));
  const auto at = box.size();
  box.resize(at + plain.len + tag_length);
  Gcm(algorithms, Gcm::Direction::seal, view(content_key)).seal(no_nonce, context.view(), plain, box.data() + at);
  return box;
}

std::optional<SecretOctets> open_box(const Algorithms& algorithms, const PrivateKey& key, bytes aad, bytes box) {
  Reader reader(box);
  const auto begins = reader.take(head.len);
  const auto sealed_key = reader.take(key.public_half().size());
  const auto sealed = reader.rest();
  if (!reader.whole() || !sdk::same(begins, head) || sealed.len < tag_length || sealed.len > largest_box + tag_length)
    return std::nullopt;
  const auto context = context_of(algorithms, key.public_half().id(), aad);
  // A key that OAEP refuses becomes a random one, so that both failures look alike from outside.
  SecretOctets content_key(32);
  fill_random(content_key.data(), content_key.size());
  if (auto found = key.decrypt(context.view(), sealed_key); found && found->size() == 32)
    content_key = *std::move(found);
  SecretOctets plain(sealed.len - tag_length);
  Gcm gcm(algorithms, Gcm::Direction::open, view(content_key));
  if (!gcm.open(no_nonce, context.view(), sealed, plain.data())) return std::nullopt;
  return plain;
}

}  // namespace p2pchat::rsa_aes
