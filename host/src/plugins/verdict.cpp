// SPDX-License-Identifier: MIT
#include "plugins/verdict.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace p2pchat::host {
namespace {

using Outcome = ManifestReading::Outcome;

std::string version(unsigned major, unsigned minor) { return std::to_string(major) + "." + std::to_string(minor); }

bool judge_reading(Candidate& candidate) {
  const std::string detail = candidate.reading.detail;
  if (candidate.reading.outcome == Outcome::not_elf)
    candidate.refuse(Verdict::not_elf, "not an ELF shared library (" + detail + "): remove it from the plugin folder");
  if (candidate.reading.outcome == Outcome::no_manifest)
    candidate.refuse(Verdict::no_manifest, "no p2pchat manifest (" + detail + "): this is not a p2pchat plugin");
  if (candidate.reading.outcome == Outcome::malformed)
    candidate.refuse(Verdict::no_manifest, "no readable p2pchat manifest (" + detail + "): build it again");
  return candidate.good();
}

// What is judged from here on are the octets that will be loaded.
bool judge_trust(Candidate& candidate) {
  if (!candidate.pass) return true;
  const auto id = candidate.id();
  const auto& ruling = candidate.pass->ruling(id);
  const auto suspended = candidate.pass->suspension(id);
  if (ruling.ground == trust::Ground::none)
    candidate.refuse(Verdict::untrusted, ruling.refusal);
  else if (!suspended.empty())
    candidate.refuse(Verdict::suspended, suspended);
  else if (ruling.image)
    candidate.reading = read_manifest(ruling.image->octets());
  if (candidate.good() && judge_reading(candidate) && candidate.id() != id)
    candidate.refuse(Verdict::untrusted, "it changed while it was read: start again");
  return candidate.good();
}

void judge_speech(Candidate& candidate, const Speech& host) {
  const auto& m = candidate.manifest();
  const auto built = version(m.sdk_major, m.sdk_minor);
  if (m.sdk_major != host.major) {
    const auto* what = m.sdk_major > host.major ? ": update p2pchat" : ": get a newer build of the plugin";
    return candidate.refuse(Verdict::sdk_major, "built for SDK " + built + ", this host speaks " +
                                                    std::to_string(host.major) + ".x" + what);
  }
  if (m.sdk_minor > host.minor)
    return candidate.refuse(Verdict::sdk_minor, "needs SDK " + built + ", this host offers " +
                                                    version(host.major, host.minor) + ": update p2pchat");
  if (m.abi != host.abi || candidate.reading.outcome == Outcome::foreign)
    candidate.refuse(Verdict::abi, "ABI mismatch: the plugin says " + std::string(m.abi) + ", this host " + host.abi +
                                       ": build it with this SDK");
}

}  // namespace

std::string Candidate::id() const { return is_read() ? std::string(reading.manifest.id) : file.stem().string(); }

bool Candidate::provides(std::string_view iid) const {
  const auto* const all = manifest().provides;
  return is_read() && std::find(all, all + manifest().n_provides, iid) != all + manifest().n_provides;
}

void Candidate::refuse(Verdict why, std::string sentence) {
  verdict = why;
  reason = std::move(sentence);
}

const Candidate* find(const std::vector<Candidate>& candidates, std::string_view id) {
  const auto found = std::ranges::find(candidates, id, &Candidate::id);
  return found == candidates.end() ? nullptr : &*found;
}

const char* word(Verdict verdict) {
  constexpr std::array words{"good",      "not-elf",   "no-manifest", "shadowed", "not-in-profile", "untrusted",
                             "suspended", "sdk-major", "sdk-minor",   "abi",      "dependency",     "cycle",
                             "load",      "create",    "interface",   "start"};
  return words[static_cast<std::size_t>(verdict)];
}

Speech Speech::own() {
  Speech speech;
  char abi[112] = {};
  sdk::detail::put_abi(abi);
  speech.abi = abi;
  return speech;
}

void judge_files(std::vector<Candidate>& candidates, const std::vector<std::string>& wanted, const std::string& profile,
                 const Speech& host) {
  std::map<std::string, std::string> first;
  for (auto& candidate : candidates) {
    if (!candidate.good() || !judge_reading(candidate)) continue;
    const auto id = candidate.id();
    const auto [winner, is_first] = first.emplace(id, candidate.file.string());
    if (!is_first)
      candidate.refuse(Verdict::shadowed,
                       "the same id as " + winner->second + ", which comes first: remove one of them");
    else if (std::find(wanted.begin(), wanted.end(), id) == wanted.end())
      candidate.refuse(Verdict::not_in_profile,
                       "not in profile " + profile + ": name it in a profile's plugins to use it");
    else if (judge_trust(candidate))
      judge_speech(candidate, host);
  }
}

}  // namespace p2pchat::host
