// SPDX-License-Identifier: MIT
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace p2pchat::trust {

/// The octets of a file as they were when it was read, in sealed memory that nobody can change: what is judged is what
/// is loaded, whatever becomes of the file. Thread: any.
class Image {
 public:
  /// Reads a regular file, once; at most 1 GiB. `name` is what a memory map shows for it. Null and a sentence on
  /// failure. Source: memfd_create(2).
  static std::shared_ptr<const Image> of(const std::filesystem::path& file, const std::string& name,
                                         std::string& problem);
  ~Image();
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  std::span<const std::uint8_t> octets() const { return octets_; }
  /// A name by which this process can load it. From the first call on the descriptor stays open until the process ends:
  /// the dynamic loader knows what it has loaded by name, so that no other image may ever get this one.
  std::filesystem::path name_here() const;
  /// A name by which a child of this process can open it, for the image's life.
  std::filesystem::path name_for_children() const;

 private:
  Image(int descriptor, std::span<const std::uint8_t> octets) : descriptor_(descriptor), octets_(octets) {}
  const int descriptor_;
  const std::span<const std::uint8_t> octets_;  // mapped
  mutable std::atomic<bool> has_name_ = false;
};

}  // namespace p2pchat::trust
