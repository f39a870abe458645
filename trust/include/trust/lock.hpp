// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace p2pchat::trust {

/// Octets that a person trusts to be a plugin.
struct Pin {
  std::string sha256;              ///< 64 lowercase hex digits
  std::string id, version, since;  ///< for people, and to say what differs; `since` is a day, 2026-11-30
};

/// The list of pins, `plugins.lock`: a line `SHA256 ID VERSION DAY` each; empty lines and those with `#` are passed
/// over. Thread: one at a time.
struct Lock {
  std::vector<Pin> pins;
  std::vector<std::string> problems;  ///< a sentence for each line that is none, or why the file is not believed

  /// Reads it; a file that does not exist has no pins. One that others can write, or that is theirs, is not believed.
  static Lock read(const std::filesystem::path& file);
  /// The pin of a plugin, or null.
  const Pin* find(std::string_view id) const;
};

/// Puts a pin in place of those of the same id; an empty `since` becomes today. Returns why not, or nothing; a file
/// with problems is left as it is. The file is replaced whole, mode 0600; its folder is made if need be.
std::string pin(const std::filesystem::path& file, Pin pin);
/// Takes the pins of an id out; as `pin`.
std::string unpin(const std::filesystem::path& file, std::string_view id);

}  // namespace p2pchat::trust
