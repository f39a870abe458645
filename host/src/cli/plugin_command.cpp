// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"
#include "config/nearest.hpp"
#include "node/data_directory.hpp"
#include "plugins/plugin_set.hpp"
#include "plugins/start_order.hpp"
#include "trust/blame.hpp"
#include "wire/json_writer.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace p2pchat::host {
namespace {

// Judges up to where code of a plugin would run.
void judge_dependencies(Setup& setup) {
  start_order(setup.candidates, setup.config.plugins, {std::begin(host_interfaces), std::end(host_interfaces)});
}

const char* state(const Candidate& candidate) {
  if (candidate.good()) return "ready";
  if (candidate.verdict == Verdict::not_in_profile) return "unused";
  return "refused";
}

/// What is told of a plugin, in JSON and in words.
struct Fact {
  const char* name;
  std::vector<std::string> values;
  bool list = false;
};

std::vector<Fact> facts(const Setup& setup, const Candidate& candidate) {
  std::vector<Fact> told{{"id", {candidate.id()}},
                         {"file", {candidate.file.string()}},
                         {"state", {state(candidate)}},
                         {"verdict", {word(candidate.verdict)}},
                         {"reason", {candidate.reason}}};
  if (!candidate.is_read()) return told;
  if (candidate.pass) told.push_back({"trust", {trust::word(candidate.pass->ruling(candidate.id()).ground)}});
  told.push_back({"process", {setup.config.isolates(candidate.id()) ? "its own" : "the program's"}});
  const auto& m = candidate.manifest();
  std::vector<std::string> needs, wants;
  for (unsigned i = 0; i < m.n_dependencies; ++i)
    (m.dependencies[i].optional ? wants : needs).emplace_back(m.dependencies[i].iid);
  for (auto& [name, text] : {std::pair("name", m.name), {"version", m.version}, {"license", m.license}})
    told.push_back({name, {text}});
  told.push_back({"sdk", {std::to_string(m.sdk_major) + "." + std::to_string(m.sdk_minor)}});
  told.push_back({"provides", {m.provides, m.provides + m.n_provides}, true});
  told.push_back({"needs", needs, true});
  told.push_back({"wants", wants, true});
  told.push_back({"settings", {m.settings, m.settings + m.n_settings}, true});
  return told;
}

void write_array(wire::JsonWriter& json, const char* name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const auto& text : texts) json.string(text);
  json.end_array();
}

void write_json(wire::JsonWriter& json, const Setup& setup, const Candidate& candidate,
                const std::vector<std::string>& next) {
  json.begin();
  for (const auto& [name, values, list] : facts(setup, candidate))
    list ? write_array(json, name, values) : void(json.member(name, values.front()));
  json.member("next", std::ranges::find(next, candidate.id()) != next.end()).end();
}

void print_row(const std::string& id, std::string_view version, const char* state, std::string_view rest) {
  std::cout << std::left << std::setw(20) << id << " " << std::setw(9) << version << " " << std::setw(8) << state << " "
            << rest << "\n";
}

void print(const Candidate& candidate) {
  std::string provides;
  for (unsigned i = 0; candidate.is_read() && i < candidate.manifest().n_provides; ++i)
    provides += (i ? " " : "") + std::string(candidate.manifest().provides[i]);
  const bool refused = std::string_view(state(candidate)) == "refused";
  print_row(candidate.id(), candidate.is_read() ? candidate.manifest().version : "-", state(candidate),
            refused ? candidate.reason : provides);
}

void print_in_full(const Setup& setup, const Candidate& candidate) {
  for (const auto& [name, values, list] : facts(setup, candidate))
    for (const auto& value : values)
      if (!value.empty()) std::cout << std::left << std::setw(10) << name << value << "\n";
}

int no_such_plugin(const Setup& setup) {
  std::vector<std::string> ids;
  for (const auto& candidate : setup.candidates) ids.push_back(candidate.id());
  const auto& id = setup.arguments.operand;
  return fail("no plugin `" + id + "` in the plugin folders" + did_you_mean(id, ids));
}

}  // namespace

std::string describe(const Setup& setup, const std::vector<Candidate>& candidates, std::string_view problem) {
  const auto next = with_choices(setup.profile_plugins, setup.choices);
  std::string text;
  wire::JsonWriter json(text);
  json.begin().member("profile", setup.config.profile).member("data_dir", setup.data_dir.string());
  json.member("config", setup.config_file.string()).member("keeps", !setup.choices.empty()).member("problem", problem);
  json.key("plugins").begin_array();
  for (const auto& candidate : candidates) write_json(json, setup, candidate, next);
  json.end_array();
  write_array(json, "absent", setup.absent());
  return json.end(), text;
}

int list_plugins(Setup setup) {
  judge_dependencies(setup);
  if (setup.arguments.json) return std::cout << describe(setup, setup.candidates, {}) << "\n", exit_ok;
  print_row("ID", "VERSION", "STATE", "PROVIDES, OR WHY NOT");
  for (const auto& candidate : setup.candidates) print(candidate);
  for (const auto& id : setup.absent())
    print_row(id, "-", "absent", "in profile " + setup.config.profile + ", but in no plugin folder");
  return exit_ok;
}

int show_plugin(Setup setup) {
  judge_dependencies(setup);
  const auto* found = find(setup.candidates, setup.arguments.operand);
  if (!found) return no_such_plugin(setup);
  if (!setup.arguments.json) return print_in_full(setup, *found), exit_ok;
  std::string text;
  wire::JsonWriter json(text);
  write_json(json, setup, *found, with_choices(setup.profile_plugins, setup.choices));
  std::cout << text << "\n";
  return exit_ok;
}

int choose_plugin(const Setup& setup) {
  const auto& id = setup.arguments.operand;
  if (!find(setup.candidates, id)) return no_such_plugin(setup);
  const bool on = setup.arguments.command == Arguments::Command::plugin_enable;
  InstanceLock lock;  // which makes the directory; a running node has its own say
  if (auto status = lock.take(setup.data_dir); !status.ok()) return fail(status);
  if (on) trust::forgive(setup.data_dir, id);
  const auto status = choose(setup.choices, id, on ? Use::on : Use::off);
  return status.ok() ? exit_ok : fail(status);
}

}  // namespace p2pchat::host
