// SPDX-License-Identifier: MIT
#pragma once
#include "dispatcher.hpp"
#include "session_pool.hpp"
#include "signing_queue.hpp"

#include <p2pchat/network.hpp>

#include <memory>

namespace p2pchat::messaging {

/// The `Network` of plugins: signs a body, sends it at once or not at all, and hands out what arrives by type.
///
/// `seq` of these messages rises by at least one each and begins at the clock in microseconds, so it also rises over
/// restarts; it is not the count of a conversation, and receivers keep nothing by it. Thread: [loop].
class SignedMessages final : public sdk::Network {
 public:
  /// All outlive it.
  SignedMessages(sdk::Host& host, sdk::Crypto& crypto, SessionPool& pool, Dispatcher& dispatcher);
  /// Begins to sign as me; earlier sends go now. `signer` outlives this object.
  void start(SigningQueue& signer, const sdk::Id& me);
  /// Answers everything not yet handed to the pool with `cancelled`, and all that comes.
  void stop();

  void send(const sdk::Id& to, sdk::str type, sdk::str body, sdk::StatusFn&& done) noexcept override;
  sdk::Status on_message(sdk::str type, sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&& f) noexcept override;
  void peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept override;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::messaging
