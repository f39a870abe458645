// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <string>
#include <vector>

namespace p2pchat::host {

/// A named set of plugins.
struct Profile {
  std::string extends;  ///< the profile whose plugins come first; empty for none
  std::vector<std::string> plugins;
  std::vector<std::string> without;  ///< plugins of `extends` to leave out
};

using Profiles = std::map<std::string, Profile, std::less<>>;

/// Those that need no configuration: `headless`, and `terminal` and `desktop`, which add a user interface.
Profiles built_in_profiles();

/// The plugins of a profile, each once, in order. On an error (unknown name, a circle) `problem` says why.
std::vector<std::string> resolve(const Profiles& profiles, const std::string& name, std::string& problem);

}  // namespace p2pchat::host
