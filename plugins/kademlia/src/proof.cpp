// SPDX-License-Identifier: MIT
#include "proof.hpp"

#include <algorithm>

namespace p2pchat::kademlia {

Octets session_context(const Token& request, const Token& session, const Id& owner, sdk::bytes share) {
  Octets context;
  append(context, sdk::bytes::of(std::string_view("p2pchat/addressing/1\0", 21)));
  append(context, view(request));
  append(context, view(session));
  append(context, owner.view());
  append(context, share);
  return context;
}

std::string sealed(sdk::Crypto& crypto, sdk::bytes key, const Packet& packet) {
  auto text = text_of(packet);
  Octets tag;
  sdk::OutTo out(tag);
  if (!crypto.mac(key, sdk::bytes::of(text), out).ok()) return {};
  return to_datagram(std::move(text), tag);
}

bool tag_holds(sdk::Crypto& crypto, sdk::bytes key, const Received& received) {
  Octets tag;
  sdk::OutTo out(tag);
  return received.tag && crypto.mac(key, sdk::bytes::of(received.text), out).ok() &&
         sdk::same(tag, view(*received.tag));
}

WelcomeReader::Progress WelcomeReader::take(const Received& part, const Octets& held, std::uint64_t now_ms) {
  const auto& packet = part.packet;
  const bool follows = parts_.size() == packet.part.of && proof_.session == packet.session;
  if (!follows) {
    parts_.assign(packet.part.of, std::nullopt);
    proof_ = Proof{.session = packet.session.value_or(Token{})};
  }
  parts_[packet.part.number - 1] = part;
  proof_.flags |= packet.flags;
  if (std::ranges::any_of(parts_, [](const auto& each) { return !each; })) return Progress::incomplete;
  Octets delegation;
  for (const auto& each : parts_) append(delegation, each->packet.delegation);
  const auto progress = judge(delegation.empty() ? held : std::move(delegation), now_ms);
  if (progress == Progress::wrong) parts_.clear();
  return progress;
}

WelcomeReader::Progress WelcomeReader::judge(Octets delegation, std::uint64_t now_ms) {
  if (!crypto_.check(delegation, now_ms, proof_.owner).ok()) return Progress::wrong;
  const auto context = session_context(parts_.front()->packet.request, proof_.session, proof_.owner, mine_->share);
  Octets key;
  sdk::OutTo out(key);
  if (!crypto_.agree(mine_->secret, delegation, context, out).ok() || key.size() != proof_.key.size())
    return Progress::wrong;
  std::ranges::copy(key, proof_.key.begin());
  const auto holds = [&](const auto& part) { return tag_holds(crypto_, view(proof_.key), *part); };
  if (!std::ranges::all_of(parts_, holds)) return Progress::wrong;
  proof_.delegation = std::move(delegation);
  return Progress::proven;
}

}  // namespace p2pchat::kademlia
