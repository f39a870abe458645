// SPDX-License-Identifier: MIT
#include "config/choices.hpp"

#include <algorithm>
#include <fstream>

namespace p2pchat::host {

std::vector<std::string> with_choices(std::vector<std::string> plugins, const std::filesystem::path& file) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto id = line.substr(std::min<std::size_t>(line.size(), 1));
    if (line.starts_with('-')) std::erase(plugins, id);
    if (line.starts_with('+') && std::ranges::find(plugins, id) == plugins.end()) plugins.push_back(id);
  }
  return plugins;
}

sdk::Status choose(const std::filesystem::path& file, const std::string& id, Use use) {
  if (file.empty()) return {sdk::Errc::unsupported, "the practice sea keeps nothing"};
  std::ofstream out(file, std::ios::app);
  out << (use == Use::on ? '+' : '-') << id << std::endl;
  return out ? sdk::Status() : sdk::Status(sdk::Errc::io, "cannot write " + file.string());
}

}  // namespace p2pchat::host
