// SPDX-License-Identifier: MIT
#include "plugins/verdict.hpp"

#include <cstdlib>

/// Whatever a file holds: it is judged, and what is read of it can be printed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace p2pchat::host;
  std::vector<Candidate> candidates{{"some/file.so", read_manifest({data, size}), Verdict::good, ""}};
  auto& reading = candidates.front().reading;
  if (reading.outcome == ManifestReading::Outcome::read) {
    const auto& m = reading.manifest;
    if (m.n_provides > 8 || m.n_dependencies > 8 || m.n_settings > 16 || candidates.front().id().empty()) std::abort();
    for (const char c : std::string_view(m.name))
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) std::abort();
  }
  judge_files(candidates, {candidates.front().id()}, "fuzz", Speech::own());
  if (candidates.front().good() != candidates.front().reason.empty()) std::abort();
  return 0;
}
