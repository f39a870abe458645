// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"
#include "config/nearest.hpp"
#include "plugins/plugin_set.hpp"
#include "plugins/start_order.hpp"
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

std::vector<std::string> provided(const Candidate& candidate) {
  const auto& m = candidate.manifest();
  if (candidate.reading.outcome != ManifestReading::Outcome::read) return {};
  return {m.provides, m.provides + m.n_provides};
}

void write_array(wire::JsonWriter& json, const char* name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const auto& text : texts) json.string(text);
  json.end_array();
}

void write_json(wire::JsonWriter& json, const Candidate& candidate) {
  json.begin().member("id", candidate.id()).member("file", candidate.file.string());
  if (candidate.reading.outcome == ManifestReading::Outcome::read) {
    const auto& m = candidate.manifest();
    json.member("name", m.name).member("version", m.version).member("license", m.license);
    json.member("sdk", std::to_string(m.sdk_major) + "." + std::to_string(m.sdk_minor));
    write_array(json, "provides", provided(candidate));
    write_array(json, "settings", {m.settings, m.settings + m.n_settings});
    json.key("dependencies").begin_array();
    for (unsigned i = 0; i < m.n_dependencies; ++i)
      json.begin().member("interface", m.dependencies[i].iid).member("optional", m.dependencies[i].optional != 0).end();
    json.end_array();
  }
  json.member("state", state(candidate))
      .member("verdict", word(candidate.verdict))
      .member("reason", candidate.reason)
      .end();
}

void print_row(const std::string& id, std::string_view version, const char* state, std::string_view rest) {
  std::cout << std::left << std::setw(20) << id << " " << std::setw(9) << version << " " << std::setw(8) << state << " "
            << rest << "\n";
}

void print(const Candidate& candidate) {
  std::string provides;
  for (const auto& iid : provided(candidate)) provides += (provides.empty() ? "" : " ") + iid;
  const bool read = candidate.reading.outcome == ManifestReading::Outcome::read;
  const bool refused = std::string_view(state(candidate)) == "refused";
  print_row(candidate.id(), read ? candidate.manifest().version : "-", state(candidate),
            refused ? candidate.reason : provides);
}

void print_in_full(const Candidate& candidate) {
  const auto line = [](const char* name, std::string_view text) {
    std::cout << std::left << std::setw(10) << name << text << "\n";
  };
  line("id", candidate.id());
  line("file", candidate.file.string());
  line("state", state(candidate));
  if (!candidate.reason.empty()) line("reason", candidate.reason);
  if (candidate.reading.outcome != ManifestReading::Outcome::read) return;
  const auto& m = candidate.manifest();
  line("name", m.name);
  line("version", m.version);
  line("license", m.license);
  line("sdk", std::to_string(m.sdk_major) + "." + std::to_string(m.sdk_minor));
  for (const auto& iid : provided(candidate)) line("provides", iid);
  for (unsigned i = 0; i < m.n_dependencies; ++i)
    line(m.dependencies[i].optional ? "wants" : "needs", m.dependencies[i].iid);
  for (unsigned i = 0; i < m.n_settings; ++i) line("setting", m.settings[i]);
}

}  // namespace

int list_plugins(Setup setup) {
  judge_dependencies(setup);
  if (!setup.arguments.json) {
    print_row("ID", "VERSION", "STATE", "PROVIDES, OR WHY NOT");
    for (const auto& candidate : setup.candidates) print(candidate);
    for (const auto& id : setup.absent())
      print_row(id, "-", "absent", "in profile " + setup.config.profile + ", but in no plugin folder");
    return exit_ok;
  }
  std::string text;
  wire::JsonWriter json(text);
  json.begin().member("profile", setup.config.profile).key("plugins").begin_array();
  for (const auto& candidate : setup.candidates) write_json(json, candidate);
  json.end_array();
  write_array(json, "absent", setup.absent());
  json.end();
  std::cout << text << "\n";
  return exit_ok;
}

int show_plugin(Setup setup) {
  judge_dependencies(setup);
  const auto& id = setup.arguments.operand;
  const auto found = std::find_if(setup.candidates.begin(), setup.candidates.end(),
                                  [&](const Candidate& each) { return each.id() == id; });
  if (found == setup.candidates.end()) {
    std::vector<std::string> ids;
    ids.reserve(setup.candidates.size());
    for (const auto& candidate : setup.candidates) ids.push_back(candidate.id());
    return fail("no plugin `" + id + "` in the plugin folders" + did_you_mean(id, ids));
  }
  if (!setup.arguments.json) return print_in_full(*found), exit_ok;
  std::string text;
  wire::JsonWriter json(text);
  write_json(json, *found);
  std::cout << text << "\n";
  return exit_ok;
}

}  // namespace p2pchat::host
