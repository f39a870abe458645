// SPDX-License-Identifier: MIT
#include "cipher/suite_calls.hpp"

#include "cipher/agreement.hpp"
#include "cipher/delegation.hpp"
#include "cipher/guarded.hpp"
#include "cipher/hkdf.hpp"
#include "cipher/key_file.hpp"
#include "cipher/sealed_box.hpp"
#include "cipher/sha256.hpp"
#include "cipher/suite_key.hpp"

namespace p2pchat::cipher {
namespace {

constexpr std::size_t mac_length = 16;

}  // namespace

sdk::SecretKey* SuiteCalls::generate(Status& why) const noexcept {
  sdk::SecretKey* made = nullptr;
  why = guarded([&]() -> Status {
    made = new SuiteKey(scheme_, scheme_->generate(), work_bits_);
    return {};
  });
  return made;
}

sdk::SecretKey* SuiteCalls::read(bytes file, sdk::str passphrase, Status& why) const noexcept {
  sdk::SecretKey* made = nullptr;
  why = guarded([&]() -> Status {
    Status reason;
    auto key = read_key_file(*scheme_, file, passphrase, reason);
    if (key) made = new SuiteKey(scheme_, std::move(key), work_bits_);
    return reason;
  });
  return made;
}

template <class Call>
Status SuiteCalls::with_key(bytes public_key, Call&& call) {
  return guarded([&]() -> Status {
    const auto key = keys_.get(public_key);
    if (!key) return {Errc::malformed, std::string("not a public key: ") + scheme_->key_form()};
    return call(*key);
  });
}

Status SuiteCalls::digest(bytes data, Id& id) const noexcept {
  return guarded([&]() -> Status {
    id = sha256(*scheme_->algorithms(), {data});
    return {};
  });
}

Status SuiteCalls::identify(bytes public_key, Id& id) noexcept {
  return with_key(public_key, [&](const PublicKey& key) -> Status {
    id = key.id();
    return {};
  });
}

Status SuiteCalls::verify(bytes public_key, bytes message, bytes signature) noexcept {
  return with_key(public_key, [&](const PublicKey& key) { return signatures_.check(key, message, signature); });
}

Status SuiteCalls::seal(bytes public_key, bytes aad, bytes plain, sdk::Out& sealed) noexcept {
  return with_key(public_key, [&](const PublicKey& key) -> Status {
    if (plain.len > largest_box) return {Errc::too_large, "a sealed box holds at most 64 KiB"};
    return give(sealed, view(seal_box(*scheme_, key, aad, plain)));
  });
}

Status SuiteCalls::check(bytes delegation, std::uint64_t now_ms, Id& owner) const noexcept {
  return guarded([&] { return check_delegation(*scheme_, delegation, now_ms, work_bits_, owner); });
}

Status SuiteCalls::ephemeral(sdk::Out& secret, sdk::Out& share) const noexcept {
  return guarded([&]() -> Status {
    const auto pair = make_x25519();
    const auto given = give(secret, view(agreement_secret(pair)));
    return given.ok() ? give(share, view(pair.share)) : given;
  });
}

Status SuiteCalls::agree(bytes secret, bytes other, bytes context, sdk::Out& key) const noexcept {
  return guarded([&]() -> Status {
    Secret<32> agreed;
    const auto status = cipher::agree(*scheme_, secret, other, context, agreed);
    return status.ok() ? give(key, view(agreed)) : status;
  });
}

Status SuiteCalls::mac(bytes key, bytes message, sdk::Out& tag) const noexcept {
  return guarded([&]() -> Status {
    if (key.len != 32) return {Errc::invalid, "a MAC needs a key of `agree`: 32 octets"};
    return give(tag, slice(view(hmac(*scheme_->algorithms(), key, {message})), 0, mac_length));
  });
}

}  // namespace p2pchat::cipher
