// SPDX-License-Identifier: MIT
#include "suite.hpp"

#include "agreement.hpp"
#include "delegation.hpp"
#include "guarded.hpp"
#include "hkdf.hpp"
#include "key_file.hpp"
#include "sealed_box.hpp"
#include "settings.hpp"
#include "spki.hpp"
#include "suite_key.hpp"

namespace p2pchat::rsa_aes {
namespace {

constexpr std::size_t mac_length = 16;
const char* const bad_key = "not a public key: a DER SubjectPublicKeyInfo of RSA 2048, 3072 or 4096, e = 65537";

}  // namespace

Suite::Suite(sdk::Host& at) : PluginOf(at) {}

Status Suite::start() {
  Settings settings;
  const auto status = read_settings(host, settings);
  if (status.ok()) bits_ = settings.bits, work_bits_ = settings.delegation_work_bits;
  return status;
}

sdk::SecretKey* Suite::wrapped(SharedPrivateKey key) const {
  return key ? new SuiteKey(algorithms_, std::move(key), work_bits_) : nullptr;
}

sdk::SecretKey* Suite::generate(Status& why) {
  sdk::SecretKey* made = nullptr;
  why = guarded([&]() -> Status {
    made = wrapped(PrivateKey::generate(algorithms_, bits_));
    return {};
  });
  return made;
}

sdk::SecretKey* Suite::read(bytes file, sdk::str passphrase, Status& why) {
  sdk::SecretKey* made = nullptr;
  why = guarded([&]() -> Status {
    Status reason;
    made = wrapped(read_key_file(algorithms_, file, passphrase, reason));
    return reason;
  });
  return made;
}

Status Suite::digest(bytes data, Id& id) {
  return guarded([&]() -> Status {
    id = sha256(*algorithms_, {data});
    return {};
  });
}

Status Suite::identify(bytes public_key, Id& id) {
  return guarded([&] { return modulus_of(public_key) ? digest(public_key, id) : Status(Errc::malformed, bad_key); });
}

Status Suite::verify(bytes public_key, bytes message, bytes signature) {
  return guarded([&]() -> Status {
    const auto key = keys_.get(public_key);
    return key ? signatures_.check(*key, message, signature) : Status(Errc::malformed, bad_key);
  });
}

Status Suite::seal(bytes public_key, bytes aad, bytes plain, sdk::Out& sealed) {
  return guarded([&]() -> Status {
    if (plain.len > largest_box) return {Errc::too_large, "a sealed box holds at most 64 KiB"};
    const auto key = keys_.get(public_key);
    return key ? give(sealed, view(seal_box(*algorithms_, *key, aad, plain))) : Status(Errc::malformed, bad_key);
  });
}

Status Suite::check(bytes delegation, std::uint64_t now_ms, Id& owner) {
  return guarded([&] { return check_delegation(algorithms_, delegation, now_ms, work_bits_, owner); });
}

Status Suite::ephemeral(sdk::Out& secret, sdk::Out& share) {
  return guarded([&]() -> Status {
    const auto pair = make_x25519();
    const auto given = give(secret, view(agreement_secret(pair)));
    return given.ok() ? give(share, view(pair.share)) : given;
  });
}

Status Suite::agree(bytes secret, bytes other, bytes context, sdk::Out& key) {
  return guarded([&]() -> Status {
    Secret<32> agreed;
    const auto status = rsa_aes::agree(*algorithms_, secret, other, context, agreed);
    return status.ok() ? give(key, view(agreed)) : status;
  });
}

Status Suite::mac(bytes key, bytes message, sdk::Out& tag) {
  return guarded([&]() -> Status {
    if (key.len != 32) return {Errc::invalid, "a MAC needs a key of `agree`: 32 octets"};
    return give(tag, slice(view(hmac(*algorithms_, key, {message})), 0, mac_length));
  });
}

}  // namespace p2pchat::rsa_aes
