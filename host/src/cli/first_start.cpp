// SPDX-License-Identifier: MIT
#include "cli/first_start.hpp"

namespace p2pchat::host {

bool starts_in_sea(const Setup& setup, const Environment& environment) {
  const auto& said = setup.arguments;
  const bool nothing_said = said.command == Arguments::Command::none && said.config.empty() && said.profile.empty() &&
                            said.assignments.empty() && said.data_dir.empty() && environment.data_dir.empty();
  const auto there = [](const std::filesystem::path& file) {
    std::error_code unreadable;  // then somebody has begun something there
    return std::filesystem::symlink_status(file, unreadable).type() != std::filesystem::file_type::not_found;
  };
  return nothing_said && !there(setup.config_file) && !there(setup.data_dir / "identity.p8");
}

}  // namespace p2pchat::host
