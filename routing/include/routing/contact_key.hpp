// SPDX-License-Identifier: MIT
#pragma once
#include "routing/octets.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>

#include <functional>
#include <optional>

namespace p2pchat::routing {

/// My contact key: a key pair that my identity signed for a day. Whoever checks the signature once can later check
/// tags made under it, so no request costs a signature.
///
/// Making one takes about a second on a worker. The secret is never written anywhere. Thread: [loop].
class ContactKey {
 public:
  ContactKey(sdk::Host& host, sdk::Crypto& crypto, sdk::Identity& identity)
      : host_(host), crypto_(crypto), identity_(identity) {}
  /// Has the first one made; `ready` hears of each that is made.
  void start(std::function<void()> ready);
  /// Has a new one made when the present one ends within six hours by the wall clock. One that could not be made is
  /// tried again after a second, then after twice as long each time, at most a minute.
  void renew_if_due();
  bool is_ready() const { return !delegation_.empty(); }
  /// The public half with its signature.
  const Octets& delegation() const { return delegation_; }
  /// A short name of the delegation, for those who hold it already.
  const Octets& mark() const { return mark_; }
  /// The key shared with the owner of a one-time share; nothing when the share is not acceptable.
  std::optional<Octets> agree(sdk::bytes share, sdk::bytes context) const;

 private:
  void take(const sdk::Status& status, std::uint64_t expiry_ms, sdk::bytes secret, sdk::bytes delegation);

  sdk::Host& host_;
  sdk::Crypto& crypto_;
  sdk::Identity& identity_;
  std::function<void()> ready_;
  Octets secret_, delegation_, mark_;
  static constexpr std::uint64_t least_pause_ms = 1000;
  std::uint64_t expiry_ms_ = 0, pause_ms_ = least_pause_ms;
  bool is_making_ = false;  // or waits to try again
};

/// The mark of a delegation: the first 8 octets of its digest.
Octets mark_of(sdk::Crypto& crypto, sdk::bytes delegation);

}  // namespace p2pchat::routing
