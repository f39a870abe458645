// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <string>

namespace p2pchat::transport {

/// Why a connection that stood has ended, in words: `error` is errno, 0 after an orderly end, EBADMSG for one inside a
/// frame, EMSGSIZE for a frame over the limit.
sdk::Status why_ended(const std::string& endpoint, int error);

/// Why a connection could not be made.
sdk::Status why_not_connected(const std::string& endpoint, int error);

}  // namespace p2pchat::transport
