// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/verdict.hpp"

namespace p2pchat::host {

/// Every file `*.so` in these folders, with its manifest, in the order of the folders, then by name. Folders that do
/// not exist are passed over. Runs no code of any file. `rules` say which may run; without any, all may.
std::vector<Candidate> find_plugins(const std::vector<std::filesystem::path>& folders,
                                    const std::shared_ptr<const trust::Rules>& rules = {});

}  // namespace p2pchat::host
