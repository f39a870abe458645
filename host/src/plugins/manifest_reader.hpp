// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/manifest.hpp>

#include <span>

namespace p2pchat::host {

/// What reading a manifest from the bytes of a file came to.
struct ManifestReading {
  enum class Outcome {
    read,         ///< `manifest` holds it; texts end with a zero, counts are in bounds
    foreign,      ///< only magic, size, SDK version and ABI text can be told: the rest is laid out differently
    not_elf,      ///< not an ELF64 shared library of this machine
    no_manifest,  ///< no section `.p2pchat` with a manifest
    malformed     ///< a manifest whose fields do not hold together
  };
  Outcome outcome = Outcome::not_elf;
  sdk::Manifest manifest;
  const char* detail = "";  ///< what is wrong, for a person; empty when read
};

/// Reads the manifest from a file's bytes, whatever they are. Pure; runs no code of the file.
/// Source: System V ABI, chapter 4 (object files), ELF-64.
ManifestReading read_manifest(std::span<const std::uint8_t> file);

}  // namespace p2pchat::host
