// SPDX-License-Identifier: MIT
#include "config/setting.hpp"

#include <algorithm>

namespace p2pchat::host {

std::string Setting::key() const {
  std::string text;
  for (const auto& each : path) text += (text.empty() ? "" : ".") + each;
  return text;
}

std::optional<Setting> read_assignment(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == text.npos) return std::nullopt;
  const auto key = text.substr(0, equals);
  const auto first = key.find('.'), last = key.rfind('.');
  Setting setting{{std::string(key.substr(0, first))}, {std::string(text.substr(equals + 1))}, false, "--set"};
  // The id of a plugin may hold dots itself.
  if (first < last) setting.path.emplace_back(key.substr(first + 1, last - first - 1));
  if (first != key.npos) setting.path.emplace_back(key.substr(last + 1));
  const auto empty = [](const std::string& each) { return each.empty(); };
  if (std::any_of(setting.path.begin(), setting.path.end(), empty)) return std::nullopt;
  return setting;
}

void assign(std::vector<Setting>& settings, Setting assignment) {
  const auto same = [&](const Setting& each) { return each.path == assignment.path; };
  const auto found = std::find_if(settings.begin(), settings.end(), same);
  if (found == settings.end()) {
    settings.push_back(std::move(assignment));
  } else if (found->where == assignment.where) {
    found->values.push_back(assignment.values.front());
    found->list = true;
  } else {
    *found = std::move(assignment);
  }
}

}  // namespace p2pchat::host
