// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

#include "config/nearest.hpp"
#include "sea/sea_plan.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace p2pchat::host {
namespace {

using Command = Arguments::Command;

void add_options(CLI::App& app, Arguments& arguments) {
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--profile", arguments.profile, "the set of plugins to use (desktop or terminal)")->type_name("NAME");
  app.add_option("--config", arguments.config, "read this configuration file")->type_name("FILE");
  app.add_option("--data-dir", arguments.data_dir, "where identity, messages and log are")->type_name("DIR");
  app.add_option("--log-level", arguments.log_level, "trace, debug, info, warn or error")->type_name("LEVEL");
  app.add_flag("--safe", arguments.safe, "do without plugins that do not come with p2pchat");
  app.add_flag("--json", arguments.json, "answer in JSON");
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--plugin-dir", arguments.plugin_dirs, "look for plugins here first; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
  app.add_option("--set", arguments.assignments, "a setting, as node.name=Ada; repeated, it becomes a list")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

void add_run(CLI::App& app, Arguments& arguments) {
  for (const auto* word : {"--line", "--stay"})
    app.add_flag_callback(
        word, [&arguments, word] { arguments.for_ui.emplace_back(word); },
        std::string_view(word) == "--line" ? "speak one line per event, without filling the screen"
                                           : "go on when the input ends");
}

CLI::App* add_command(CLI::App& parent, const char* name, const char* what, Command command, Arguments& arguments) {
  auto* added = parent.add_subcommand(name, what);
  added->callback([&arguments, command] { arguments.command = command; });
  return added;
}

void add_commands(CLI::App& app, Arguments& arguments) {
  auto* run = add_command(app, "run", "chat (without a command too, once there is an identity or a configuration)",
                          Command::run, arguments);
  add_run(*run, arguments);
  auto* sea = add_command(app, "sea", "a practice sea: many nodes and strangers in this one process; keeps nothing",
                          Command::sea, arguments);
  add_run(*sea, arguments);
  sea->add_option("--nodes", arguments.sea_nodes, "how many nodes, mine included (30)")
      ->check(CLI::Range(fewest_sea_nodes, most_sea_nodes));
  sea->add_option("--seed", arguments.sea_seed, "who is there and what they say: the same number, the same sea");

  auto* plugin = app.add_subcommand("plugin", "plugins; only `check` runs code of theirs")->require_subcommand(1);
  auto* identity = app.add_subcommand("identity", "my long-lived key")->require_subcommand(1);
  const auto with = [&](const char* operand, CLI::App* parent, const char* name, const char* what, Command command) {
    add_command(*parent, name, what, command, arguments)->add_option(operand, arguments.operand)->required();
  };
  add_command(*plugin, "list", "every plugin found, its state and why", Command::plugin_list, arguments);
  with("ID", plugin, "info", "one plugin in full", Command::plugin_info);
  with("ID", plugin, "enable", "use it from the next start on", Command::plugin_enable);
  with("ID", plugin, "disable", "do without it from the next start on", Command::plugin_disable);
  with("FILE|ID", plugin, "trust", "let exactly this file run from now on, with all that I may do",
       Command::plugin_trust);
  with("ID", plugin, "distrust", "take that back", Command::plugin_distrust);
  add_command(*plugin, "check", "for authors: hold a FILE to the promises of its kind", Command::plugin_kit, arguments)
      ->fallthrough(false)
      ->allow_extras();
  add_command(*plugin, "new", "for authors: begin a plugin of a KIND, with this NAME", Command::plugin_kit, arguments)
      ->fallthrough(false)
      ->allow_extras();
  add_command(*identity, "show", "my id and public key", Command::identity_show, arguments);
  with("FILE", identity, "export", "write the key to a new file", Command::identity_export);
  with("FILE", identity, "import", "take the key of a file; never over an existing one", Command::identity_import);

  auto* config = app.add_subcommand("config", "look at the configuration")->require_subcommand(1);
  add_command(*config, "path", "the file it is read from", Command::config_path, arguments);
  add_command(*config, "check", "read it aloud and check it", Command::config_check, arguments);
  add_command(app, "version", "the version of p2pchat and of its SDK", Command::version, arguments);
  auto* worker = add_command(app, "worker", "the process of one plugin", Command::worker, arguments);
  worker->group("")->add_option("FILE", arguments.operand)->required();  // in no help: nobody types it
}

// The deepest command that was given: the place where an unknown word stands.
const CLI::App& deepest(const CLI::App& app) {
  const auto given = app.get_subcommands();
  return given.empty() ? app : deepest(*given.front());
}

std::string suggestion(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    known.push_back(command->get_name());
  for (const auto* where = &app; where; where = where->get_parent())
    for (const auto* option : where->get_options()) known.push_back(option->get_name());
  return did_you_mean(word, known);
}

int complain(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error), exit_ok;
  const auto& where = deepest(app);
  const auto extra = app.remaining(true);
  if (!extra.empty())
    std::cerr << "p2pchat: unknown word `" << extra.front() << "`" << suggestion(where, extra.front()) << "\n";
  else
    std::cerr << "p2pchat: " << error.what() << "\n";
  std::cerr << "p2pchat --help lists the commands\n";
  return exit_usage;
}

}  // namespace

std::optional<Arguments> read_arguments(int argc, const char* const* argv, int& exit_code) {
  Arguments arguments;
  CLI::App app(
      "A peer-to-peer messenger that can be taken apart.\n"
      "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 already running.",
      "p2pchat");
  app.fallthrough();
  add_options(app, arguments);
  add_run(app, arguments);
  add_commands(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = complain(app, error);
    return std::nullopt;
  }
  arguments.line = std::find(arguments.for_ui.begin(), arguments.for_ui.end(), "--line") != arguments.for_ui.end();
  if (arguments.json) arguments.for_ui.emplace_back("--json");
  return arguments;
}

}  // namespace p2pchat::host
