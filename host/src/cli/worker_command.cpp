// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"
#include "isolation/work.hpp"
#include "plugins/library.hpp"
#include "trust/surroundings.hpp"

#include <fcntl.h>

#include <optional>

namespace p2pchat::host {
namespace {

// What was verified lies in the memory of the node: it is opened while that is still allowed, and stays open.
std::filesystem::path opened(const std::filesystem::path& plugin) {
  if (!plugin.string().starts_with("/proc/")) return plugin;
  const int descriptor = ::open(plugin.c_str(), O_RDONLY | O_CLOEXEC);
  return descriptor < 0 ? plugin : std::filesystem::path("/proc/self/fd/" + std::to_string(descriptor));
}

}  // namespace

int work(const std::filesystem::path& plugin) {
  const auto file = opened(plugin);
  std::optional<trust::Surroundings> before;
  const auto make = [&](sdk::Host& host, sdk::Status& why) -> sdk::Plugin* {
    before.emplace();
    std::string error;
    const auto create = load_plugin(file, error);
    if (!create) why = {sdk::Errc::internal, "cannot be loaded: " + error};
    return create ? create(&host, &why) : nullptr;
  };
  return isolation::work(isolation::worker_descriptor, make, [&] { return before->put_back(); });
}

}  // namespace p2pchat::host
