// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>

#include <functional>
#include <memory>
#include <vector>

namespace p2pchat::messaging {

/// Signs messages as me on the workers; no timer: what queues for one receiver while a signature runs shares the next.
///
/// An idle sender pays nothing for it. At most 512 messages share a signature, all for one receiver, since each shows
/// how many there were. What has not been answered when the queue is destroyed never is. Thread: [loop].
class SigningQueue {
 public:
  using DoneFn = std::function<void(const sdk::Status&, sdk::bytes signature)>;
  /// `key` outlives the queue and every signature it began.
  SigningQueue(sdk::Host& host, sdk::SecretKey& key);
  ~SigningQueue();
  /// Signs `message`; for one receiver `done` is called in the order of the calls.
  void sign(const sdk::Id& receiver, std::vector<std::uint8_t> message, DoneFn done);
  /// Whether messages may share a signature. On at first; off for comparison.
  void set_batching(bool on);

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::messaging
