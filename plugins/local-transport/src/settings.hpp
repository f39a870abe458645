// SPDX-License-Identifier: MIT
#pragma once
#include "transport/settings.hpp"

#include <string>

namespace p2pchat::local_transport {

using namespace transport;

/// The plugin's configuration table, read.
struct Settings : Sizes {
  std::string folder;  ///< where the sockets lie
  std::string listen;  ///< a name; empty when not set: one drawn at each start
};

/// Reads `local:NAME`. Errors: `invalid`, with what may stand there.
sdk::Status read_listen(std::string_view text, std::string& name);

/// Reads the settings. Errors: `invalid`, naming the key and what it may be.
sdk::Status read_settings(sdk::Host& host, Settings& settings);

/// The folder where none is set: in the one of the user's session (`runtime`, XDG_RUNTIME_DIR), else in /tmp.
std::string usual_folder(const char* runtime, std::uint32_t me);

/// A name that nobody has.
std::string drawn_name(sdk::Host& host);

}  // namespace p2pchat::local_transport
