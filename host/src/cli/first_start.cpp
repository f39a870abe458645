// SPDX-License-Identifier: MIT
#include "cli/first_start.hpp"

#include <algorithm>

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

std::string usual_profile(const Arguments& said, const Environment& environment,
                          const std::vector<std::filesystem::path>& folders) {
  using enum Arguments::Command;
  const bool lines = !said.for_ui.empty() && (said.command == none || said.command == run || said.command == sea);
  const bool has_window = std::ranges::any_of(folders, [](const auto& folder) {
    std::error_code unreadable;
    return std::filesystem::exists(folder / "wx-gui.so", unreadable);
  });
  return environment.has_display && has_window && !lines ? "desktop" : "terminal";
}

}  // namespace p2pchat::host
