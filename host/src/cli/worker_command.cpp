// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"
#include "isolation/work.hpp"
#include "plugins/library.hpp"

namespace p2pchat::host {

int work(const std::filesystem::path& plugin) {
  return isolation::work(isolation::worker_descriptor, [&](sdk::Host& host, sdk::Status& why) -> sdk::Plugin* {
    std::string error;
    const auto create = load_plugin(plugin, error);
    if (!create) why = {sdk::Errc::internal, "cannot be loaded: " + error};
    return create ? create(&host, &why) : nullptr;
  });
}

}  // namespace p2pchat::host
