// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/routing.hpp"
#include "isolation/transport.hpp"
#include "place.hpp"

#include <set>

namespace p2pchat::isolation {

/// Routing in a worker: the next worker joins as this one was told to.
class StandingRouting : public Standing<sdk::Routing> {
  using R = sdk::Routing;

 public:
  explicit StandingRouting(Place& place);

 protected:
  ~StandingRouting() = default;
  using Standing::carry;
  void carry(Method<&R::join>, sdk::str endpoints, sdk::StatusFn&& done) const;

 private:
  mutable std::optional<std::string> joined_;  // through these endpoints
};

/// A transport in a worker: the next worker listens where this one did, and the connections of this one have ended.
class StandingTransport : public Standing<sdk::Transport> {
  using T = sdk::Transport;

 public:
  explicit StandingTransport(Place& place);

 protected:
  ~StandingTransport() = default;
  using Standing::carry;
  sdk::str carry(Method<&T::scheme>) const;
  sdk::Status carry(Method<&T::listen>, sdk::str endpoint, sdk::Out& bound) const;
  void carry(Method<&T::send>, sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) const;
  void carry(Method<&T::close>, sdk::str endpoint) const;
  void carry(Method<&T::on_frame>, sdk::Fn<void(sdk::str, sdk::bytes)>&& f) const;
  void carry(Method<&T::on_closed>, sdk::Fn<void(sdk::str, const sdk::Status&)>&& f) const;

 private:
  void listen_again(Caller& caller, std::uint32_t object) const;
  void all_closed() const;

  using Closed = sdk::Fn<void(sdk::str, const sdk::Status&)>;
  mutable std::string scheme_, bound_;
  mutable std::set<std::string, std::less<>> connected_;  // as far as anybody was told
  mutable std::set<std::string, std::less<>> closing_;    // their frames that are on the way are too late
  mutable std::shared_ptr<Closed> closed_;
};

}  // namespace p2pchat::isolation
