// SPDX-License-Identifier: MIT
#include "support/plain_crypto.hpp"

#include "support/plain_session.hpp"
#include "support/sha256.hpp"

#include <string>

namespace p2pchat::test {
namespace {

using Octets = std::vector<std::uint8_t>;
constexpr std::string_view file_mark = "plain key file\n", delegation_mark = "plain delegation\n";

sdk::Status written(bool room) { return room ? sdk::Status() : sdk::Status(sdk::Errc::too_large, "no room"); }

Octets public_of(const sdk::Id& secret) {
  const auto value = sha256({sdk::bytes::of("public"), secret.view()});
  Octets key(2 + sizeof value.b);
  key[0] = 'P', key[1] = 'K';
  std::memcpy(key.data() + 2, value.b, sizeof value.b);
  return key;
}

sdk::Id signature_of(sdk::bytes public_key, sdk::bytes message) {
  return sha256({sdk::bytes::of("sign"), public_key, message});
}

void mask(std::uint8_t* octets, std::size_t count, const sdk::Id& pad) {
  for (std::size_t i = 0; i < count; ++i) octets[i] = static_cast<std::uint8_t>(octets[i] ^ pad.b[i % 32]);
}

/// Toy Diffie-Hellman: powers of 3 modulo 2^64, which commute.
std::uint64_t power(std::uint64_t base, std::uint64_t exponent) {
  std::uint64_t result = 1;
  for (; exponent; exponent >>= 1, base *= base)
    if (exponent & 1) result *= base;
  return result;
}

Octets octets_of(std::uint64_t value) {
  Octets octets(8);
  std::memcpy(octets.data(), &value, sizeof value);
  return octets;
}

std::uint64_t make_share(sdk::Host& host, std::uint64_t& secret) {
  host.random(reinterpret_cast<std::uint8_t*>(&secret), sizeof secret);
  secret |= 1;
  return power(3, secret);
}

class PlainKey final : public sdk::SecretKey {
 public:
  PlainKey(sdk::Host& host, const sdk::Id& secret) : host_(host), secret_(secret), public_(public_of(secret)) {}

  sdk::Status public_key(sdk::Out& out) const override { return written(out.append(public_)); }

  sdk::Status sign(sdk::bytes message, sdk::Out& signature) override {
    return written(signature.append(signature_of(public_, message).view()));
  }

  sdk::Status sign_all(const sdk::bytes* messages, std::uint32_t count,
                       const sdk::Fn<void(std::uint32_t, sdk::bytes)>& each) override {
    if (count > 512) return {sdk::Errc::too_large, "at most 512 messages share a signature"};
    for (std::uint32_t i = 0; i < count; ++i) each(i, signature_of(public_, messages[i]).view());
    return {};
  }

  sdk::Status open(sdk::bytes aad, sdk::bytes sealed, sdk::Out& plain) override {
    const sdk::Status refused(sdk::Errc::bad_signature, "the box does not open");
    if (sealed.len < 64) return refused;
    sdk::Id nonce;
    std::memcpy(nonce.b, sealed.ptr, 32);
    const auto pad = sha256({sdk::bytes::of("seal"), public_, nonce.view()});
    Octets text(sealed.ptr + 64, sealed.ptr + sealed.len);
    mask(text.data(), text.size(), pad);
    const auto tag = sha256({sdk::bytes::of("box"), pad.view(), sha256({aad}).view(), text});
    if (!sdk::same(tag.view(), {sealed.ptr + 32, 32})) return refused;
    return written(plain.append(text));
  }

  sdk::Session* session(sdk::Role role, const sdk::Id& wanted) override {
    return plain_session(host_, role, wanted, public_);
  }

  sdk::Status delegate(std::uint64_t expiry_ms, sdk::Out& secret, sdk::Out& delegation) override {
    std::uint64_t exponent = 0;
    const auto share = make_share(host_, exponent);
    Octets text(delegation_mark.begin(), delegation_mark.end());
    for (const auto& piece : {octets_of(share), octets_of(expiry_ms), public_})
      text.insert(text.end(), piece.begin(), piece.end());
    const auto signature = signature_of(public_, text);
    return written(secret.append(octets_of(exponent)) && delegation.append(text) &&
                   delegation.append(signature.view()));
  }

  sdk::Status write(sdk::str passphrase, sdk::Out& file) const override {
    auto masked = secret_;
    const auto pad = sha256({sdk::bytes::of("passphrase"), sdk::bytes::of(passphrase)});
    if (passphrase.len) mask(masked.b, sizeof masked.b, pad);
    const auto check = sha256({sdk::bytes::of("check"), secret_.view()});
    const std::uint8_t locked = passphrase.len ? 1 : 0;
    return written(file.append(file_mark) && file.append(sdk::bytes(&locked, 1)) && file.append(masked.view()) &&
                   file.append(check.view()));
  }

  void destroy() noexcept override { delete this; }

 private:
  sdk::Host& host_;
  const sdk::Id secret_;
  const Octets public_;
};

constexpr std::size_t delegation_size = delegation_mark.size() + 8 + 8 + 34 + 32;

bool is_delegation(sdk::bytes octets) {
  return octets.len == delegation_size && octets.text().starts_with(delegation_mark);
}

}  // namespace

sdk::SecretKey* PlainCrypto::generate(sdk::Status&) {
  sdk::Id secret;
  host_.random(secret.b, sizeof secret.b);
  return new PlainKey(host_, secret);
}

sdk::SecretKey* PlainCrypto::read(sdk::bytes file, sdk::str passphrase, sdk::Status& why) {
  if (file.len != file_mark.size() + 65 || !file.text().starts_with(file_mark) || file.ptr[file_mark.size()] > 1) {
    why = {sdk::Errc::malformed, "not a key file of the plain suite, or cut short"};
    return nullptr;
  }
  const auto* at = file.ptr + file_mark.size();
  sdk::Id secret;
  std::memcpy(secret.b, at + 1, 32);
  const bool locked = *at == 1;
  if (locked && !passphrase.len) {
    why = {sdk::Errc::refused, "the key file wants a passphrase"};
    return nullptr;
  }
  if (locked) mask(secret.b, 32, sha256({sdk::bytes::of("passphrase"), sdk::bytes::of(passphrase)}));
  if (!sdk::same(sha256({sdk::bytes::of("check"), secret.view()}).view(), {at + 33, 32})) {
    why = locked ? sdk::Status(sdk::Errc::refused, "wrong passphrase for the key file")
                 : sdk::Status(sdk::Errc::malformed, "the key file is damaged");
    return nullptr;
  }
  return new PlainKey(host_, secret);
}

sdk::Status PlainCrypto::digest(sdk::bytes data, sdk::Id& id) {
  id = sha256({data});
  return {};
}

sdk::Status PlainCrypto::identify(sdk::bytes public_key, sdk::Id& id) { return identify_plain(public_key, id); }

sdk::Status PlainCrypto::verify(sdk::bytes public_key, sdk::bytes message, sdk::bytes signature) {
  sdk::Id id;
  if (auto known = identify_plain(public_key, id); !known.ok()) return known;
  if (sdk::same(signature_of(public_key, message).view(), signature)) return {};
  return {sdk::Errc::bad_signature, "the signature does not hold"};
}

sdk::Status PlainCrypto::seal(sdk::bytes public_key, sdk::bytes aad, sdk::bytes plain, sdk::Out& sealed) {
  sdk::Id id, nonce;
  if (auto known = identify_plain(public_key, id); !known.ok()) return known;
  if (plain.len > 64 * 1024) return {sdk::Errc::too_large, "a sealed box holds at most 64 KiB"};
  host_.random(nonce.b, sizeof nonce.b);
  const auto pad = sha256({sdk::bytes::of("seal"), public_key, nonce.view()});
  const auto tag = sha256({sdk::bytes::of("box"), pad.view(), sha256({aad}).view(), plain});
  Octets text(plain.ptr, plain.ptr + plain.len);
  mask(text.data(), text.size(), pad);
  return written(sealed.append(nonce.view()) && sealed.append(tag.view()) && sealed.append(text));
}

sdk::Status PlainCrypto::check(sdk::bytes delegation, std::uint64_t now_ms, sdk::Id& owner) {
  if (!is_delegation(delegation)) return {sdk::Errc::malformed, "not a delegation of the plain suite"};
  const auto* at = delegation.ptr + delegation_mark.size();
  const sdk::bytes public_key(at + 16, 34);
  const sdk::bytes text(delegation.ptr, delegation_size - 32);
  if (auto went = verify(public_key, text, {delegation.ptr + text.len, 32}); !went.ok()) return went;
  std::uint64_t expiry = 0;
  std::memcpy(&expiry, at + 8, sizeof expiry);
  if (expiry <= now_ms) return {sdk::Errc::expired, "the delegation is over"};
  constexpr std::uint64_t longest_ms = 14ull * 24 * 3600 * 1000;
  if (expiry - now_ms > longest_ms) return {sdk::Errc::malformed, "the delegation runs for more than 14 days"};
  return identify_plain(public_key, owner);
}

sdk::Status PlainCrypto::ephemeral(sdk::Out& secret, sdk::Out& share) {
  std::uint64_t exponent = 0;
  const auto value = make_share(host_, exponent);
  return written(secret.append(octets_of(exponent)) && share.append(octets_of(value)));
}

sdk::Status PlainCrypto::agree(sdk::bytes secret, sdk::bytes other, sdk::bytes context, sdk::Out& key) {
  if (is_delegation(other)) other = {other.ptr + delegation_mark.size(), 8};
  if (secret.len != 8 || other.len != 8 || !(other.ptr[0] & 1)) return {sdk::Errc::malformed, "not a share"};
  std::uint64_t exponent = 0, share = 0;
  std::memcpy(&exponent, secret.ptr, 8);
  std::memcpy(&share, other.ptr, 8);
  return written(key.append(sha256({sdk::bytes::of("agree"), octets_of(power(share, exponent)), context}).view()));
}

sdk::Status PlainCrypto::mac(sdk::bytes key, sdk::bytes message, sdk::Out& tag) {
  const auto whole = sha256({sdk::bytes::of("mac"), key, message});
  return written(tag.append(sdk::bytes(whole.b, 16)));
}

}  // namespace p2pchat::test
