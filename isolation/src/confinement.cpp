// SPDX-License-Identifier: MIT
#include "confinement.hpp"

#include "landlock.hpp"
#include "privileges.hpp"
#include "system_calls.hpp"

#include <p2pchat/store.hpp>
#include <p2pchat/transport.hpp>
#include <p2pchat/ui.hpp>

#include <algorithm>
#include <array>

namespace p2pchat::isolation {
namespace {

constexpr std::array<std::string_view, 4> kind_words{"closed", "files", "sockets", "screen"};

std::vector<std::string>* folders_of(Confinement& allowed, char letter) {
  if (letter == 'r') return &allowed.reads;
  if (letter == 'w') return &allowed.writes;
  return letter == 'm' ? &allowed.meets : nullptr;
}

std::string_view word(Confinement::Kind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

}  // namespace

Confinement Confinement::of(const std::vector<std::string>& provides, const std::string& plugin_folder,
                            const std::string& data, const std::string& sockets) {
  const auto has = [&](std::string_view iid) { return std::ranges::find(provides, iid) != provides.end(); };
  Confinement allowed;
  if (!plugin_folder.empty()) allowed.reads.push_back(plugin_folder);
  if (has(sdk::Store::iid)) allowed.kind = Kind::files;
  if (has(sdk::Transport::iid)) allowed.kind = Kind::sockets;
  if (has(sdk::Ui::iid)) allowed.kind = Kind::screen;
  if (has(sdk::Store::iid) && !data.empty()) allowed.writes.push_back(data);
  if (has(sdk::Transport::iid) && !sockets.empty()) allowed.meets.push_back(sockets);
  return allowed;
}

std::string Confinement::lines() const {
  std::string lines(word(kind));
  for (const auto& folder : reads) lines += "\nr" + folder;
  for (const auto& folder : writes) lines += "\nw" + folder;
  for (const auto& folder : meets) lines += "\nm" + folder;
  return lines;
}

std::optional<Confinement> Confinement::from(std::string_view lines) {
  Confinement allowed;
  const auto first = lines.substr(0, lines.find('\n'));
  const auto* const known = std::ranges::find(kind_words, first);
  if (known == kind_words.end()) return std::nullopt;
  allowed.kind = static_cast<Kind>(known - kind_words.begin());
  for (lines.remove_prefix(first.size()); !lines.empty();) {
    lines.remove_prefix(1);
    const auto line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(line.size());
    auto* folders = line.size() < 2 ? nullptr : folders_of(allowed, line[0]);
    if (!folders) return std::nullopt;
    folders->emplace_back(line.substr(1));
  }
  return allowed;
}

std::string confine(const Confinement& allowed) {
  give_up_privileges(allowed.kind);
  // What a user interface starts, such as a browser, inherits everything, and the person saves files anywhere.
  auto missing = allowed.kind == Confinement::Kind::screen ? std::string() : keep_to_folders(allowed);
  if (const auto more = keep_to_system_calls(allowed); !more.empty()) missing += (missing.empty() ? "" : "; ") + more;
  return missing;
}

}  // namespace p2pchat::isolation
