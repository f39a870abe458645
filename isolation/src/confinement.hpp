// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::isolation {

/// What a worker is allowed beyond memory, threads, chance and the socket to its node.
struct Confinement {
  enum class Kind {
    closed,   ///< nothing: a cipher, routing, bottles, a bot
    files,    ///< a store: files of its own folder
    sockets,  ///< a transport: the internet, and other processes of this machine when it has a folder for that
    screen    ///< a user interface, and what it starts: most of what the person may
  };

  Kind kind = Kind::closed;
  std::vector<std::string> reads = {}, writes = {};  ///< folders, beside those of the system's libraries
  std::vector<std::string> meets = {};               ///< folders where a transport may make and remove sockets

  /// After the ids of what is provided; `data` is the folder of a store, `sockets` that of a transport.
  static Confinement of(const std::vector<std::string>& provides, const std::string& plugin_folder,
                        const std::string& data, const std::string& sockets);
  /// As lines, for the environment of the worker; nothing when they are malformed.
  std::string lines() const;
  static std::optional<Confinement> from(std::string_view lines);
};

/// Where a worker finds the lines of its confinement.
inline constexpr char confinement_variable[] = "P2PCHAT_CONFINEMENT";

/// Gives up for good what is not allowed, for this thread and those it begins. In words: what of it this system cannot
/// keep, empty when all is kept.
std::string confine(const Confinement& allowed);

}  // namespace p2pchat::isolation
