// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <variant>

namespace p2pchat::terminal_ui {

/// What the command line asks of the user interface.
struct Options {
  bool line = false;  ///< line mode even in a terminal
  bool json = false;  ///< one JSON object a line; implies line mode
  bool stay = false;  ///< the end of the input does not end the program
};

/// Reads `argv`, whose first entry is the program's name.
std::variant<Options, sdk::Status> read_options(std::int32_t argc, const char* const* argv);

}  // namespace p2pchat::terminal_ui
