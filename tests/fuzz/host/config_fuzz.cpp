// SPDX-License-Identifier: MIT
#include "config/config.hpp"

#include <cstdlib>

/// Whatever a file says: it is a configuration, or a problem that names the place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace p2pchat::host;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string problem;
  auto settings = read_toml(text, "c.toml", problem);
  if (!problem.empty() && (!settings.empty() || !problem.starts_with("c.toml:"))) std::abort();
  if (auto assignment = read_assignment(text)) assign(settings, std::move(*assignment));
  std::vector<std::string> problems;
  const auto config = configure(settings, problems);
  if (problems.empty() && config.profile.empty() && !config.plugins.empty()) std::abort();
  unknown_keys(settings, {{"kademlia", {"bootstrap"}}});
  return 0;
}
