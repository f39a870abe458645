// SPDX-License-Identifier: MIT
#pragma once
#include "messaging/serial.hpp"

#include <p2pchat/host.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace p2pchat::messaging {

/// What the node's own configuration says about messaging.
struct MessagingOptions {
  std::filesystem::path data_dir;  ///< exists, mode 0700; holds `identity.p8` and the store
  std::string passphrase;          ///< of the identity file; empty when it is not encrypted
  std::string name;                ///< what I call myself until `Chat::rename`
  bool ephemeral = false;          ///< a new identity at each start, nothing of it written
  bool share_signatures = true;    ///< what waits together shares one; off only to compare
};

/// The message-processing module: identity, sessions, outbox, inbox, contacts, and the store they stand on.
///
/// Written against `sdk::Host` like a plugin, so that the same code runs in the program and in virtual time.
/// Finds Crypto, Transport, Routing and Store through the host; all of them have started before `start`.
/// Thread: [loop].
class Messaging {
 public:
  Messaging(sdk::Host& host, Serial& store_thread, MessagingOptions options);
  ~Messaging();

  /// Opens the store, reads or makes the identity, listens, joins, and sends what is queued. `done` when the store is
  /// open and the transport listens; the identity may still be in the making. Errors name what to do.
  void start(sdk::Fn<void(const sdk::Status&)>&& done);
  /// Says goodbye to peers, finishes what the store was given and closes it, then calls `done`.
  void stop(sdk::Fn<void()>&& done);
  /// What plugins get from the host under this interface: Identity, Network, Chat, or the Tables of one plugin.
  /// Null for any other. Works from construction on; calls wait for `start`.
  void* query(std::string_view iid, std::string_view plugin_id);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace p2pchat::messaging
