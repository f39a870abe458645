// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// Moves bytes between endpoints, its own words: `192.0.2.1:12476`, `local:ada`. Thread: [loop]; callbacks there.
struct P2PCHAT_API Transport : Interface {
  P2PCHAT_INTERFACE(Transport, "p2pchat.transport/1")
  /// A word for this kind of transport, such as `socket`; endpoints that are no addresses begin with it and `:`.
  virtual str scheme() const = 0;
  /// The largest frame it carries, in bytes.
  virtual std::uint32_t max_frame() const = 0;
  /// Opens one port (empty: its settings') and writes the endpoints bound, one per line. Errors: `io` names the port.
  virtual Status listen(str endpoint, Out& bound) = 0;
  /// Sends one frame, in order and reliably, connecting when there is no connection to that endpoint. `done` after
  /// the bytes left this process. Errors: `too_large`, `busy` (slow reader), `timed_out`, `refused`, `io`.
  virtual void send(str endpoint, bytes frame, StatusFn&& done) = 0;
  /// Hears every frame; `from` names the connection and can be answered with `send`.
  virtual void on_frame(Fn<void(str from, bytes frame)>&& f) = 0;
  /// Hears that a connection ended; after it no frame comes from that endpoint until a new connection.
  virtual void on_closed(Fn<void(str endpoint, const Status& why)>&& f) = 0;
  /// Ends a connection once what was queued has left; `on_closed` hears it, with `ok`. Unknown ones are ignored.
  virtual void close(str endpoint) = 0;
  /// Sends a datagram at best effort, 1,200 bytes at most; to a multicast group, which it joins, else all it reaches.
  virtual void send_datagram(str endpoint, bytes payload) = 0;
  /// Hears every datagram.
  virtual void on_datagram(Fn<void(str from, bytes payload)>&& f) = 0;
  /// Hears that the network called an endpoint unreachable: a hint that anybody may forge.
  virtual void on_unreachable(Fn<void(str endpoint)>&& f) = 0;
};
}  // namespace p2pchat::sdk
