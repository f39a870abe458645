// SPDX-License-Identifier: MIT
#pragma once
#include "holders.hpp"
#include "parts.hpp"
#include "shelf.hpp"

namespace p2pchat::kademlia {

/// Brings records to the nodes that keep them. Thread: [loop]; no callback comes from inside `spread`.
class Spreader {
 public:
  /// After so many keep it, whoever waits is answered; the others get it all the same.
  static constexpr std::size_t enough = 3;
  /// Errors: `refused`, with why; `timed_out` when nobody answers, or why nobody was found.
  using DoneFn = std::function<void(const sdk::Status&)>;

  Spreader(Node& node, Requests& requests, Holders& holders) : node_(node), requests_(requests), holders_(holders) {}
  void spread(const Id& key, Octets packed, DoneFn done);

 private:
  struct Spreading;
  struct Delivery;
  void deliver(const std::shared_ptr<Spreading>& spreading, const Contact& whom);
  void deliver_rest(const std::shared_ptr<Delivery>& delivery);
  void bring(const std::shared_ptr<Delivery>& delivery, std::uint8_t part);

  Node& node_;
  Requests& requests_;
  Holders& holders_;
};

}  // namespace p2pchat::kademlia
