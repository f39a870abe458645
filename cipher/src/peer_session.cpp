// SPDX-License-Identifier: MIT
#include "cipher/peer_session.hpp"

#include "cipher/guarded.hpp"

namespace p2pchat::cipher {

Status PeerSession::end(Status why) {
  handshake_.reset();
  records_.reset();
  return why;
}

Status PeerSession::step(bytes in, sdk::Out& out) {
  if (!handshake_) return {Errc::invalid, "the handshake is over"};
  Octets message;
  const auto status = guarded([&] { return handshake_->step(in, message); });
  const auto given = give(out, view(message));
  if (!status.ok() || !given.ok()) return end(status.ok() ? given : status);
  peer_ = handshake_->peer();
  records_ = handshake_->take_records();
  if (records_) handshake_.reset();
  return {};
}

Status PeerSession::peer(sdk::Out& public_key) const {
  return peer_ ? give(public_key, peer_->spki()) : Status(Errc::not_found, "the other side has proved no key yet");
}

Status PeerSession::seal(bytes plain, sdk::Out& record) {
  if (!records_) return {Errc::invalid, "the session is not established, or over"};
  return guarded([&] { return records_->sealer.seal(plain, record); });
}

Status PeerSession::open(bytes record, sdk::Out& plain) {
  if (!records_) return {Errc::invalid, "the session is not established, or over"};
  const auto status = guarded([&] { return records_->opener.open(record, plain); });
  return status.ok() ? status : end(status);
}

}  // namespace p2pchat::cipher
