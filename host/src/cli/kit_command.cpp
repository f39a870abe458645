// SPDX-License-Identifier: MIT
#include "cli/kit_command.hpp"

#include "cli/setup.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace p2pchat::host {

bool is_for_kit(int argc, const char* const* argv) {
  if (argc < 3 || std::string_view(argv[1]) != "plugin") return false;
  const std::string_view verb = argv[2];
  return verb == "check" || verb == "new";
}

int become_kit(const std::filesystem::path& folder, char** argv) {
  const auto kit = folder / "p2pchat-plugin";
  ::execv(kit.c_str(), argv + 1);
  const auto problem = errno;
  if (problem == ENOENT)
    fail("the kit for authors of plugins is not installed: there is no " + kit.string() +
         "; the package p2pchat-dev brings it");
  else
    fail(kit.string() + " cannot be run: " + std::generic_category().message(problem));
  return exit_usage;
}

}  // namespace p2pchat::host
