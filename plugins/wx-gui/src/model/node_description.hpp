// SPDX-License-Identifier: MIT
#pragma once
#include "text/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::wx_gui {

/// What the node says of one plugin.
struct PluginFacts {
  enum class State { runs, unused, refused };
  std::string id, name, version, license, file;
  std::vector<std::string> provides;
  State state = State::unused;
  std::string reason;  ///< why it is refused, a sentence
  bool next = false;   ///< whether it is used from the next start on
};

/// What the node says of itself: the event `node.description`.
struct NodeDescription {
  std::string profile, data_dir, config;
  bool keeps = false;   ///< false in a practice sea
  std::string problem;  ///< why what was asked for last was not done
  std::vector<PluginFacts> plugins;
  std::vector<std::string> absent;  ///< named by the profile, found nowhere
};

/// Reads it; nothing when it is not what a node says.
std::optional<NodeDescription> read_node_description(std::string_view json);

/// Why a plugin cannot be switched off: it is the last that provides what a node, or this window, cannot do without.
/// Empty when it can.
std::string why_it_stays(const NodeDescription& node, const PluginFacts& plugin, const Language& language);

/// What a plugin does, in words: `connections`, `bottles`.
std::string provides_words(const PluginFacts& plugin, const Language& language);
/// `runs`, `off`, `refused`, and what changes at the next start.
std::string plugin_state_words(const PluginFacts& plugin, const Language& language);
/// `7 run · 1 refused`.
std::string plugins_summary(const NodeDescription& node, const Language& language);

/// The lines of a log that a plugin, or a part of the node, wrote: the newest last, at most `most`.
std::vector<std::string> lines_of(std::string_view log, std::string_view who, std::size_t most);

}  // namespace p2pchat::wx_gui
