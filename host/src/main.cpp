// SPDX-License-Identifier: MIT
#include "cli/first_start.hpp"
#include "cli/kit_command.hpp"
#include "wire/json_writer.hpp"

#include <sys/stat.h>

#include <exception>
#include <iostream>

namespace {

using namespace p2pchat::host;

int show_version(const Arguments& arguments) {
  const auto sdk = std::to_string(P2PCHAT_SDK_MAJOR) + "." + std::to_string(P2PCHAT_SDK_MINOR);
  std::string text = "p2pchat " P2PCHAT_VERSION ", SDK " + sdk;
  if (arguments.json) {
    text.clear();
    wire::JsonWriter(text).begin().member("version", P2PCHAT_VERSION).member("sdk", sdk).end();
  }
  std::cout << text << "\n";
  return exit_ok;
}

int run_command(Setup setup) {
  using Command = Arguments::Command;
  switch (setup.arguments.command) {
    case Command::plugin_list:
      return list_plugins(std::move(setup));
    case Command::plugin_info:
      return show_plugin(std::move(setup));
    case Command::plugin_enable:
    case Command::plugin_disable:
      return choose_plugin(setup);
    case Command::plugin_trust:
    case Command::plugin_distrust:
      return change_trust(setup);
    case Command::identity_show:
      return show_identity(setup);
    case Command::identity_export:
      return export_identity(setup);
    case Command::identity_import:
      return import_identity(setup);
    case Command::config_path:
      return show_config_path(setup);
    case Command::config_check:
      return check_config(setup);
    case Command::sea:
      return sea(setup);
    default:
      return starts_in_sea(setup, Environment::own()) ? sea(setup) : run(setup);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (is_for_kit(argc, argv)) return become_kit(Environment::own().executable.parent_path(), argv);
  ::umask(077);  // nothing we write is for others
  int exit_code = exit_ok;
  auto arguments = read_arguments(argc, argv, exit_code);
  if (!arguments) return exit_code;
  if (arguments->command == Arguments::Command::version) return show_version(*arguments);
  if (arguments->command == Arguments::Command::plugin_kit)
    return fail("write `p2pchat plugin check` and `p2pchat plugin new` with nothing before `plugin`"), exit_usage;
  if (arguments->command == Arguments::Command::worker) return work(arguments->operand);
  auto setup = set_up(std::move(*arguments));
  return setup ? run_command(std::move(*setup)) : exit_usage;
} catch (const std::exception& error) {
  return fail(error.what());
}
