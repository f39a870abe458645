// SPDX-License-Identifier: MIT
#pragma once
#include "transport/descriptor.hpp"

#include <p2pchat/abi.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace p2pchat::local_transport {

using namespace transport;

/// What the system says of a path.
struct FolderFacts {
  bool is_folder = false;
  std::uint32_t owner = 0, mode = 0;
};

/// Whose sockets lie in a folder.
enum class Sharing : std::uint8_t { mine, anybodys };

/// Whether sockets may lie there: in a folder that only its owner may write to, which is `me`, or in one that is meant
/// for several, whose sticky bit keeps them from taking each other's sockets away. Errors: `invalid`, with what to do.
sdk::Status judge(const std::string& path, const FolderFacts& facts, std::uint32_t me, Sharing& sharing);

/// The folder where everybody's sockets lie, two for each name.
class Folder {
 public:
  /// Opens a folder and makes it, for its owner alone, where there is none. Errors: `invalid`.
  sdk::Status open(const std::string& path);
  const std::string& path() const { return path_; }
  Sharing sharing() const { return sharing_; }
  /// Who may connect to a socket here: its owner alone, or whoever may write to the folder.
  std::uint32_t socket_mode() const { return sharing_ == Sharing::mine ? 0600 : mode_ & 0666; }
  std::string stream_at(const std::string& name) const { return path_ + '/' + name + ".stream"; }
  std::string datagrams_at(const std::string& name) const { return path_ + '/' + name + ".datagram"; }
  /// The name of who is bound to such a path, seen from whichever mount; nothing when it is no such path.
  static std::optional<std::string> name_at(const std::string& path);
  /// Everybody who has a socket for datagrams here, in no order; 1,024 at most.
  std::vector<std::string> names() const;
  /// Keeps others from making and removing sockets until it is closed; nothing when others do so for long.
  Descriptor hold() const;
  /// Removes the sockets of a name if no process has them any more.
  void remove_dead(const std::string& name) const;

 private:
  std::string path_;
  Sharing sharing_ = Sharing::mine;
  std::uint32_t mode_ = 0;
};

}  // namespace p2pchat::local_transport
