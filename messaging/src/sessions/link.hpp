// SPDX-License-Identifier: MIT
#pragma once
#include "peer_lines.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/transport.hpp>

#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace p2pchat::messaging {

class Link;
struct RecordText;

/// What a link tells the pool that owns it. Thread: [loop].
struct LinkEvents {
  /// Asked of an opening just before the answer that lets the other side speak: whether it is still wanted.
  virtual bool wanted(const Link& link) = 0;
  /// Whether records may be opened now; ask again with `Link::pump`.
  virtual bool may_deliver(const Link& link) = 0;
  virtual void established(const std::shared_ptr<Link>& link) = 0;
  virtual void lines(const Link& link, std::span<const std::string_view> lines) = 0;
  /// The other side will send no line more here.
  virtual void goodbye(const std::shared_ptr<Link>& link) = 0;
  /// Last call; the connection is closed, or being closed.
  virtual void ended(const std::shared_ptr<Link>& link, const sdk::Status& why) = 0;

 protected:
  ~LinkEvents() = default;
};

/// One connection with the session on it: handshake on the workers, then records, then goodbye, then nothing.
///
/// Frames wait while a handshake step runs, and while the pool holds them back; both heaps are bounded, and a peer who
/// overruns one loses the link. Thread: [loop].
class Link : public std::enable_shared_from_this<Link> {
 public:
  enum class Phase { handshake, open, leaving, over };
  struct Surroundings {
    sdk::Host& host;
    sdk::Crypto& crypto;
    sdk::Transport& transport;
    LinkEvents& events;  ///< outlives the link, or `silence` is called first
  };
  /// `wanted` is the id dialled, zero for a responder. The key outlives the link.
  Link(const Surroundings& around, std::string endpoint, sdk::SecretKey& key, sdk::Role role, const sdk::Id& wanted);
  /// Sends the first message, as the initiator.
  void begin();
  /// A frame came from the endpoint.
  void take(sdk::bytes frame);
  /// Goes on with frames that waited.
  void pump();
  /// Seals and sends lines, each ended by a newline; `done` is called unless this returns an error.
  sdk::Status send(std::string_view text, sdk::StatusFn done);
  /// Says that no line follows; ends when both sides have said so and confirmed it, at the latest after 3 s.
  void leave();
  /// The connection is gone; what arrived before is still handed out.
  void closed(const sdk::Status& why);
  /// Closes the connection.
  void end(const sdk::Status& why);
  /// Forgets the pool: no call reaches it any more.
  void silence();

  const std::string endpoint;
  const sdk::Role role;
  const sdk::Id wanted;
  std::uint64_t began = 0, stood = 0;  ///< the pool's count of beginnings and establishments
  std::uint64_t since_ms = 0;          ///< when it was established
  /// The other side, proven; empty key before.
  const ProvenPeer& peer() const { return peer_; }
  Phase phase() const { return phase_; }
  /// Whether the other side may already be speaking, though this side does not know yet.
  bool committed() const { return committed_; }
  /// Whether the other side has confirmed that everything sent has arrived.
  bool confirmed() const { return confirmed_; }
  /// Whether the connection is gone, not only being closed.
  bool gone() const { return closed_.has_value(); }

 private:
  struct Step;
  void run_step(std::vector<std::uint8_t> message);
  void stepped(const Step& step);
  void open_record(const std::vector<std::uint8_t>& record);
  void hear(const RecordText& words);
  void transmit(sdk::bytes frame, sdk::StatusFn done);
  void arm(std::uint64_t ms, const char* what);
  void finish(const sdk::Status& why);

  Surroundings around_;
  bool silent_ = false;
  std::shared_ptr<sdk::Session> session_;
  Phase phase_ = Phase::handshake;
  ProvenPeer peer_;
  std::deque<std::vector<std::uint8_t>> inbox_;
  std::size_t inbox_bytes_ = 0;
  int steps_ = 0;
  bool stepping_ = false, committed_ = false, heard_goodbye_ = false, confirmed_ = false;
  std::optional<sdk::Status> closed_;
  std::uint64_t timer_ = 0;
};

}  // namespace p2pchat::messaging
