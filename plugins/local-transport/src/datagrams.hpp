// SPDX-License-Identifier: MIT
#pragma once
#include "folder.hpp"

#include <functional>

namespace p2pchat::local_transport {

/// Sends one without waiting. Returns errno, 0 when it is in the other's queue; ECONNREFUSED when nobody is there.
int send_datagram(int socket, const std::string& path, sdk::bytes payload);

/// Takes one that waits and hands it on, from the endpoint of its sender: one that is longer than `max_datagram`, or
/// from a socket that has no place in a folder, is dropped. False when none waited.
bool receive_datagram(int socket, const std::function<void(const std::string& from, sdk::bytes payload)>& heard);

}  // namespace p2pchat::local_transport
