// SPDX-License-Identifier: MIT
#include "responder.hpp"

#include <algorithm>

namespace p2pchat::lan_routing {

void Responder::answer(std::string_view from, const Greeting& greeting) {
  if (!node_.key.is_ready() || !limit_.take(node_.host.ticks_us())) return;
  const auto key = node_.key.agree(greeting.share, proof_context(greeting, node_.me));
  if (!key) return;
  Proof proof{.token = greeting.token, .delegation = node_.key.delegation()};
  Octets tag;
  sdk::OutTo out(tag);
  if (!node_.crypto.mac(*key, tagged_part(proof), out).ok() || tag.size() != proof.tag.size()) return;
  std::ranges::copy(tag, proof.tag.begin());
  node_.send(from, proof);
}

}  // namespace p2pchat::lan_routing
