// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/handshake.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::cipher {

/// A handshake, then its records, behind the SDK's interface. After an error it answers with nothing but errors.
class PeerSession final : public sdk::Session {
 public:
  explicit PeerSession(std::unique_ptr<Handshake> handshake) : handshake_(std::move(handshake)) {}
  Status step(bytes in, sdk::Out& out) override;
  std::uint32_t established() const override { return records_ ? 1 : 0; }
  Status peer(sdk::Out& public_key) const override;
  Status seal(bytes plain, sdk::Out& record) override;
  Status open(bytes record, sdk::Out& plain) override;
  void destroy() noexcept override { delete this; }

 private:
  /// Ends the session: keys and handshake are erased.
  Status end(Status why);
  std::unique_ptr<Handshake> handshake_;
  std::optional<Records> records_;
  SharedPublicKey peer_;
};

}  // namespace p2pchat::cipher
