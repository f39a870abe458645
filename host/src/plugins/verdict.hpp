// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/manifest_reader.hpp"
#include "trust/pass.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace p2pchat::host {

/// Why a plugin is not used, in the order in which it is asked. docs/plugins.md has the table.
enum class Verdict {
  good,
  not_elf,  // judged from the file, none of its code runs
  no_manifest,
  shadowed,
  not_in_profile,
  untrusted,
  suspended,
  sdk_major,
  sdk_minor,
  abi,
  dependency,
  cycle,
  load,  // judged by running it
  create,
  interface,
  start
};

/// One plugin file and what became of it.
struct Candidate {
  std::filesystem::path file;
  ManifestReading reading;
  Verdict verdict = Verdict::good;
  std::string reason;                      ///< one sentence: what differs and what to do; empty when good
  std::shared_ptr<trust::Pass> pass = {};  ///< whether it may run; shared by copies; null where everything may

  const sdk::Manifest& manifest() const { return reading.manifest; }
  /// Its id, or the name of its file when the manifest does not tell.
  std::string id() const;
  bool good() const { return verdict == Verdict::good; }
  bool is_read() const { return reading.outcome == ManifestReading::Outcome::read; }
  /// Whether it provides an interface, by its manifest.
  bool provides(std::string_view iid) const;
  /// What the loader is to load, once judged.
  std::filesystem::path loadable() const { return pass ? pass->name_here() : file; }
  /// The same for a process of its own.
  std::filesystem::path for_worker() const { return pass ? pass->name_for_children() : file; }
  void refuse(Verdict why, std::string sentence);
};

/// The one with that id, or null.
const Candidate* find(const std::vector<Candidate>& candidates, std::string_view id);

/// A word for a program that reads the list.
const char* word(Verdict verdict);

/// What a host speaks; a plugin that differs is refused.
struct Speech {
  std::uint16_t major = P2PCHAT_SDK_MAJOR, minor = P2PCHAT_SDK_MINOR;
  std::string abi;
  /// What this host was compiled with.
  static Speech own();
};

/// Judges each file by itself, in the order of `Verdict` up to `abi`. Of two with the same id the first wins. `wanted`
/// are the ids of the profile, by its name.
void judge_files(std::vector<Candidate>& candidates, const std::vector<std::string>& wanted, const std::string& profile,
                 const Speech& host);

}  // namespace p2pchat::host
