// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/plugin_set.hpp"

namespace p2pchat::host {

/// Who a node of a practice sea is to be.
enum class SeaRole {
  mine,      ///< with the user interface; keeps nothing
  stranger,  ///< speaks by itself; keeps nothing
  sleeper    ///< a stranger that keeps what it has where the profile's own store does
};

/// The plugins of a node: those of the profile with the store and the user interface its role calls for. Pure.
std::vector<std::string> sea_plugins(const std::vector<Candidate>& found, const std::vector<std::string>& profile,
                                     SeaRole role);

/// The settings of a node: those the user gave, except where they would reach beyond the sea. It listens on `listen`
/// and joins through `bootstrap`, endpoints one per line. Proofs of work are light: nobody here attacks. Pure.
PluginSet::Tables sea_tables(const std::vector<Candidate>& found, PluginSet::Tables given, const std::string& listen,
                             const std::string& bootstrap);

}  // namespace p2pchat::host
