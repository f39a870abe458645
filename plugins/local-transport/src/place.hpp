// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::local_transport {

/// Whether a name can be listened at: 1 to 40 letters, digits, `-` and `_`.
bool is_name(std::string_view name);

/// The name in `local:NAME`; nothing for anything else.
std::optional<std::string> name_of(std::string_view endpoint);

/// `local:NAME`.
std::string endpoint_of(std::string_view name);

/// What a connection that somebody made is called, `local:USER:NUMBER`: nobody listens there, and what is before the
/// last colon is the same for all of one user.
std::string caller(std::uint32_t user, std::uint64_t number);

/// Whether an endpoint is what `caller` says.
bool is_caller(std::string_view endpoint);

/// Whether an endpoint is a multicast group, IPv4 or IPv6: for this transport everybody in the folder.
bool is_everybody(std::string_view endpoint);

}  // namespace p2pchat::local_transport
