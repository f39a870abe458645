// SPDX-License-Identifier: MIT
#include "shell/options.hpp"

namespace p2pchat::terminal_ui {

std::variant<Options, sdk::Status> read_options(std::int32_t argc, const char* const* argv) {
  Options options;
  for (std::int32_t i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--line")
      options.line = true;
    else if (argument == "--json")
      options.line = options.json = true;
    else if (argument == "--stay")
      options.stay = true;
    else
      return sdk::Status(sdk::Errc::invalid, "terminal-ui does not know '" + std::string(argument.substr(0, 40)) +
                                                 "': it takes --line, --json, --stay");
  }
  return options;
}

}  // namespace p2pchat::terminal_ui
