// SPDX-License-Identifier: MIT
#pragma once
#include "view/settings_section.hpp"

/// The parts of the settings that tell where things are and what they are: `desk.node` says it, when it has come.
namespace p2pchat::wx_gui {

void identity_section(SettingsSection& into, Desk& desk);
void network_section(SettingsSection& into, Desk& desk);
void beach_section(SettingsSection& into, const Desk& desk);
void storage_section(SettingsSection& into, const Desk& desk);
void about_section(SettingsSection& into, const Desk& desk);

}  // namespace p2pchat::wx_gui
