// SPDX-License-Identifier: MIT
#include "suite_key.hpp"

#include "agreement.hpp"
#include "batch_signer.hpp"
#include "delegation.hpp"
#include "guarded.hpp"
#include "key_file.hpp"
#include "peer_session.hpp"
#include "sealed_box.hpp"

namespace p2pchat::rsa_aes {

Status SuiteKey::public_key(sdk::Out& out) const { return give(out, key_->public_half().spki()); }

Status SuiteKey::sign(bytes message, sdk::Out& signature) {
  return guarded([&] { return sign_message(*key_, message, signature); });
}

Status SuiteKey::sign_all(const bytes* messages, std::uint32_t count, const sdk::Fn<void(std::uint32_t, bytes)>& each) {
  return guarded([&] { return sign_batch(*algorithms_, *key_, {messages, count}, each); });
}

Status SuiteKey::open(bytes aad, bytes sealed, sdk::Out& plain) {
  return guarded([&]() -> Status {
    const auto opened = open_box(*algorithms_, *key_, aad, sealed);
    return opened ? give(plain, view(*opened)) : Status(Errc::bad_signature, "the box does not open with this key");
  });
}

sdk::Session* SuiteKey::session(sdk::Role role, const Id& wanted) {
  sdk::Session* made = nullptr;
  const auto status = guarded([&]() -> Status {
    const Party party{algorithms_, key_};
    auto handshake = role == sdk::Role::initiator ? make_initiator(party, wanted, Fresh::draw())
                                                  : make_responder(party, Fresh::draw());
    made = new PeerSession(std::move(handshake));
    return {};
  });
  return status.ok() ? made : nullptr;
}

Status SuiteKey::delegate(std::uint64_t expiry_ms, sdk::Out& secret, sdk::Out& delegation) {
  return guarded([&]() -> Status {
    const auto pair = make_x25519();
    const auto made = make_delegation(*algorithms_, *key_, pair.share, expiry_ms, work_bits_);
    const auto given = give(secret, view(agreement_secret(pair)));
    return given.ok() ? give(delegation, view(made)) : given;
  });
}

Status SuiteKey::write(sdk::str passphrase, sdk::Out& file) const {
  return guarded([&] { return give(file, view(write_key_file(*key_, passphrase))); });
}

}  // namespace p2pchat::rsa_aes
