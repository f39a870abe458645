// SPDX-License-Identifier: MIT
#include "cipher/suite_key.hpp"

#include "cipher/agreement.hpp"
#include "cipher/delegation.hpp"
#include "cipher/guarded.hpp"
#include "cipher/key_file.hpp"
#include "cipher/message_signer.hpp"
#include "cipher/peer_session.hpp"
#include "cipher/sealed_box.hpp"

namespace p2pchat::cipher {

Status SuiteKey::public_key(sdk::Out& out) const { return give(out, key_->public_half().spki()); }

Status SuiteKey::sign(bytes message, sdk::Out& signature) {
  return guarded([&] {
    Status given;
    const auto status = sign_messages(*scheme_->algorithms(), *key_, {&message, 1},
                                      [&](std::uint32_t, bytes made) { given = give(signature, made); });
    return status.ok() ? given : status;
  });
}

Status SuiteKey::sign_all(const bytes* messages, std::uint32_t count, const sdk::Fn<void(std::uint32_t, bytes)>& each) {
  return guarded([&] { return sign_messages(*scheme_->algorithms(), *key_, {messages, count}, each); });
}

Status SuiteKey::open(bytes aad, bytes sealed, sdk::Out& plain) {
  return guarded([&]() -> Status {
    const auto opened = open_box(*scheme_, *key_, aad, sealed);
    return opened ? give(plain, view(*opened)) : Status(Errc::bad_signature, "the box does not open with this key");
  });
}

sdk::Session* SuiteKey::session(sdk::Role role, const Id& wanted) {
  sdk::Session* made = nullptr;
  const auto status = guarded([&]() -> Status {
    const Party party{scheme_, key_};
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
    const auto made = make_delegation(*scheme_, *key_, pair.share, expiry_ms, work_bits_);
    const auto given = give(secret, view(agreement_secret(pair)));
    return given.ok() ? give(delegation, view(made)) : given;
  });
}

Status SuiteKey::write(sdk::str passphrase, sdk::Out& file) const {
  return guarded([&] { return give(file, view(write_key_file(*key_, passphrase))); });
}

}  // namespace p2pchat::cipher
