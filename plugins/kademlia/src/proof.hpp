// SPDX-License-Identifier: MIT
#pragma once
#include "octets.hpp"
#include "packet.hpp"
#include "routing/one_time.hpp"

#include <p2pchat/crypto.hpp>

#include <memory>

namespace p2pchat::kademlia {

/// What a session key is bound to besides the two keys: the request, the session and whose delegation it is.
Octets session_context(const Token& request, const Token& session, const Id& owner, sdk::bytes share);

/// A tagged datagram.
std::string sealed(sdk::Crypto& crypto, sdk::bytes key, const Packet& packet);

/// Whether the tag of a packet holds under a key.
bool tag_holds(sdk::Crypto& crypto, sdk::bytes key, const Received& received);

/// Who proved what by a WELCOME.
struct Proof {
  Id owner{};
  SharedKey key{};
  Octets delegation{};
  Token session{};
  std::uint64_t flags = 0;
};

/// Gathers the parts of one WELCOME until they prove who sent it, at the cost of one check and one agreement.
class WelcomeReader {
 public:
  enum class Progress : std::uint8_t { incomplete, proven, wrong };

  WelcomeReader(sdk::Crypto& crypto, std::shared_ptr<const OneTime> mine) : crypto_(crypto), mine_(std::move(mine)) {}
  /// Takes a part. `held` is the delegation this node was told that I have. After `wrong` it begins anew.
  Progress take(const Received& part, const Octets& held, std::uint64_t now_ms);
  /// After `proven`.
  Proof& proof() { return proof_; }
  const OneTime& mine() const { return *mine_; }

 private:
  Progress judge(Octets delegation, std::uint64_t now_ms);

  sdk::Crypto& crypto_;
  std::shared_ptr<const OneTime> mine_;
  std::vector<std::optional<Received>> parts_;
  Proof proof_;
};

}  // namespace p2pchat::kademlia
