// SPDX-License-Identifier: MIT
#include "config/setting.hpp"

#include <toml++/toml.h>

#include <sstream>

namespace p2pchat::host {
namespace {

constexpr std::size_t most_levels = 3;  // plugin.ID.KEY

std::string position(std::string_view file, const toml::source_position& at) {
  return std::string(file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

// A scalar as `Host::config` gives it; nothing for a table or an array.
std::optional<std::string> scalar(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (node.is_table() || node.is_array()) return std::nullopt;
  std::ostringstream text;
  node.visit([&](const auto& value) {
    if constexpr (toml::is_floating_point<decltype(value)> || toml::is_chronological<decltype(value)>)
      text << value.get();
  });
  return text.str();
}

/// Flattens a table into settings; stops at the first value that has no place in a configuration.
class Flattening {
 public:
  Flattening(std::string_view file, std::vector<Setting>& settings) : file_(file), settings_(settings) {}

  std::string run(const toml::table& table, const std::vector<std::string>& path) {
    for (const auto& [key, node] : table) {
      auto below = path;
      below.emplace_back(key.str());
      auto problem = node.is_table() && below.size() < most_levels ? run(*node.as_table(), below) : add(below, node);
      if (!problem.empty()) return problem;
    }
    return {};
  }

 private:
  std::string add(const std::vector<std::string>& path, const toml::node& node) {
    Setting setting{path, {}, node.is_array(), position(file_, node.source().begin)};
    const auto no_place = setting.where + ": `" + setting.key() + "` ";
    if (const auto* array = node.as_array()) {
      for (const auto& each : *array) {
        const auto value = scalar(each);
        if (!value) return no_place + "holds a list or table in a list: write texts or numbers";
        if (value->find('\n') != value->npos)
          return no_place + "holds a text of several lines in a list: use one line each";
        setting.values.push_back(*value);
      }
    } else if (const auto value = scalar(node)) {
      setting.values.push_back(*value);
    } else {
      return no_place + "is a table, which is too deep here: settings are `plugin.ID.KEY`";
    }
    settings_.push_back(std::move(setting));
    return {};
  }

  std::string_view file_;
  std::vector<Setting>& settings_;
};

}  // namespace

std::vector<Setting> read_toml(std::string_view text, std::string_view file, std::string& problem) {
  std::vector<Setting> settings;
  try {
    problem = Flattening(file, settings).run(toml::parse(text, file), {});
  } catch (const toml::parse_error& error) {
    problem = position(file, error.source().begin) + ": " + std::string(error.description());
  }
  if (!problem.empty()) settings.clear();
  return settings;
}

}  // namespace p2pchat::host
