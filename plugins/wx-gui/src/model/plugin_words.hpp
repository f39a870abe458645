// SPDX-License-Identifier: MIT
#pragma once
#include "model/node_description.hpp"

namespace p2pchat::wx_gui {

/// What a plugin is called: one of ours in the language of the window, another as its maker called it, or by its id.
std::string plugin_name(const PluginFacts& plugin, const Language& language);

/// Why the node refused a plugin, in the language of the window where it is a sentence of ours; else as it came.
std::string refusal_words(std::string_view reason, const Language& language);

}  // namespace p2pchat::wx_gui
