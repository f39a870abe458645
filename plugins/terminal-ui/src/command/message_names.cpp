// SPDX-License-Identifier: MIT
#include "command/message_names.hpp"

#include "model/id_prefix.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr std::size_t most_named = 1000;

}  // namespace

void MessageNames::remember(const sdk::Id& id) {
  if (std::ranges::find(seen_, id) != seen_.end()) return;
  seen_.push_back(id);
  if (seen_.size() > most_named) seen_.pop_front();
}

std::variant<sdk::Id, sdk::Status> MessageNames::resolve(std::string_view text) const {
  if (const auto id = wire::id_from_hex(text)) return *id;
  const auto shown = "'" + std::string(text.substr(0, 20)) + "'";
  if (text.size() < least_prefix)
    return sdk::Status(sdk::Errc::invalid, "a message is named by six digits of its id or more, not " + shown);
  std::vector<sdk::Id> found;
  for (const auto& id : seen_)
    if (wire::to_hex(id).starts_with(text)) found.push_back(id);
  if (found.size() == 1) return found.front();
  if (found.empty()) return sdk::Status(sdk::Errc::not_found, "no message seen lately begins with " + shown);
  return sdk::Status(sdk::Errc::invalid, "several messages begin with " + shown + ": give more digits");
}

}  // namespace p2pchat::terminal_ui
