// SPDX-License-Identifier: MIT
#pragma once
#include "envelope.hpp"
#include "peer_lines.hpp"
#include "receipt.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>

#include <functional>
#include <memory>

namespace p2pchat::messaging {

/// Why a line was dropped.
enum class Drop : std::uint8_t { malformed, not_from_peer, not_for_me, bad_signature, unheard_type, overload, count_ };

/// Reads the lines of peers and gives each message, verified, to whoever listens for its type.
///
/// A line is dropped, counted by reason and logged (each time the count doubles) when it is malformed, not from that
/// peer, not for me, its signature does not hold, or nobody listens. Messages of one peer keep their order although
/// signatures, unless they are few, are checked on workers: what arrives meanwhile makes the next batch, of 32 MiB at
/// most. Thread: [loop].
class Dispatcher {
 public:
  /// `id` is SHA-256 of the signed bytes.
  using EnvelopeFn = std::function<void(const ProvenPeer& from, const Envelope& envelope, const sdk::Id& id)>;
  using ReceiptFn = std::function<void(const sdk::Id& from, const Receipt& receipt)>;
  /// Called after the last line of one or more records, so that listeners may act on everything that came together.
  using SettledFn = std::function<void(const ProvenPeer& from)>;

  /// `crypto` outlives every check begun; `peers` outlives the dispatcher, whose destruction silences it.
  Dispatcher(sdk::Host& host, sdk::Crypto& crypto, PeerLines& peers);
  ~Dispatcher();
  /// Who I am; nothing is delivered before.
  void set_self(const sdk::Id& me);
  /// Hears messages of one type. False when somebody else already listens.
  bool on_envelope(std::string_view type, EnvelopeFn f);
  /// Hears receipts, in order with the messages of the same peer.
  void on_receipt(ReceiptFn f);
  /// Hears that what arrived together has been handed out.
  void on_settled(SettledFn f);
  /// How many lines were dropped for this reason.
  std::uint64_t dropped(Drop reason) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::messaging
