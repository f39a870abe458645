// SPDX-License-Identifier: MIT
#pragma once
#include "folder.hpp"

namespace p2pchat::local_transport {

/// One name of this node: a stream and a datagram socket.
struct Listening {
  std::string name;
  Descriptor stream, datagram;
};

/// Binds both sockets of a name, after taking away those that a process left there when it died, and what other dead
/// ones left. Errors: `io`, naming the endpoint and what to do.
sdk::Status open_listening(const Folder& folder, const std::string& name, Listening& opened);

/// Takes the sockets away, for whoever looks for them from now on.
void remove_listening(const Folder& folder, const Listening& listening);

}  // namespace p2pchat::local_transport
