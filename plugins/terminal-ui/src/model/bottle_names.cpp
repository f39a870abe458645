// SPDX-License-Identifier: MIT
#include "model/bottle_names.hpp"

#include "model/id_prefix.hpp"

#include <wire/hex.hpp>

#include <vector>

namespace p2pchat::terminal_ui {
namespace {}  // namespace

std::string BottleNames::name(const sdk::Id& bottle) {
  const auto [at, added] = numbers_.try_emplace(bottle, last_ + 1);
  if (added) ++last_;
  return letter_ + std::to_string(at->second);
}

void BottleNames::retain(const std::set<sdk::Id>& bottles) {
  std::erase_if(numbers_, [&](const auto& entry) { return !bottles.contains(entry.first); });
}

std::variant<sdk::Id, sdk::Status> BottleNames::resolve(std::string_view text) const {
  std::vector<sdk::Id> prefixed;
  for (const auto& [id, number] : numbers_) {
    const auto digits = std::to_string(number);
    if (text == digits || text == letter_ + digits) return id;
    if (text.size() >= least_prefix && wire::to_hex(id).starts_with(text)) prefixed.push_back(id);
  }
  if (prefixed.size() == 1) return prefixed.front();
  const auto shown = "'" + std::string(text.substr(0, 20)) + "'";
  if (!prefixed.empty()) return sdk::Status(sdk::Errc::invalid, "several bottles begin with " + shown);
  return sdk::Status(sdk::Errc::not_found, "no bottle " + shown + " " + where_);
}

}  // namespace p2pchat::terminal_ui
