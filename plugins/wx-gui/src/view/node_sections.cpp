// SPDX-License-Identifier: MIT
#include "view/node_sections.hpp"

#include "model/told_words.hpp"
#include "presented.hpp"
#include "shell/file_size.hpp"
#include "view/join_sheet.hpp"
#include "view/key_copy_sheets.hpp"
#include "view/text.hpp"

#include <wire/hex.hpp>
#include <wx/utils.h>
#include <wx/version.h>

namespace p2pchat::wx_gui {
namespace {

/// Whether the node keeps what it has; says so when it does not, or has not spoken yet.
bool keeps(SettingsSection& into, const Desk& desk) {
  if (!desk.node)
    into.words(desk.say("The node has not said where things are."));
  else if (!desk.node->keeps)
    into.words(desk.say("This is the practice sea: nothing is kept when you close it."));
  return desk.node && desk.node->keeps;
}

std::string size_words(std::uint64_t octets, const Desk& desk) {
  if (octets < 1'000'000) return fill(desk.say("{n} KB"), {{"n", std::to_string((octets + 999) / 1000)}});
  return fill(desk.say("{n} MB"), {{"n", std::to_string((octets + 500'000) / 1'000'000)}});
}

}  // namespace

void identity_section(SettingsSection& into, Desk& desk) {
  into.heading(desk.say("Identity and backup"));
  into.words(
      desk.say("You are a key that was made on this computer. There is no account: who loses the key loses the name."));
  into.fact(desk.say("My name"), visible_line(desk.me.name));
  into.fact(desk.say("My id"), wire::to_hex(desk.me.id));
  if (!keeps(into, desk)) return;
  into.fact(desk.say("Key"), visible_line(desk.node->data_dir + "/identity.p8"));
  into.words(
      desk.say("Keep a copy under a passphrase away from this computer. `p2pchat identity import` takes it in "
               "elsewhere, and so does the first run of this window."));
  if (desk.me.id == sdk::Id{}) return;
  into.action(desk.say("Save a copy…"), [&into, &desk] {
    into.CallAfter([&into, &desk] {
      SaveKeySheet sheet(wxGetTopLevelParent(&into), desk);
      sheet.ShowModal();
    });
  });
}

void network_section(SettingsSection& into, Desk& desk) {
  into.heading(desk.say("Network"));
  into.words(desk.network.empty() ? desk.say("No word from the network yet.")
                                  : told_words(desk.network, *desk.language));
  into.action(desk.say("Join through…"), [&into, &desk] {
    into.CallAfter([&into, &desk] {
      JoinSheet sheet(wxGetTopLevelParent(&into), desk);
      sheet.ShowModal();
    });
  });
  if (!keeps(into, desk)) return;
  into.fact(desk.say("Profile"), visible_line(desk.node->profile));
  into.fact(desk.say("Configuration"), visible_line(desk.node->config));
  into.words(
      desk.say("Ports and first nodes are set there: listen under plugin.socket-transport, bootstrap under "
               "plugin.kademlia. They apply at the next start."));
}

void beach_section(SettingsSection& into, const Desk& desk) {
  into.heading(desk.say("Beach"));
  into.words(
      desk.say("Bottles of strangers come ashore here. How many lie here, how many you throw in an hour and how "
               "long they drift is set under plugin.bottle."));
  if (keeps(into, desk)) into.fact(desk.say("Configuration"), visible_line(desk.node->config));
}

void storage_section(SettingsSection& into, const Desk& desk) {
  into.heading(desk.say("Storage"));
  if (!keeps(into, desk)) return;
  const auto& folder = desk.node->data_dir;
  into.fact(desk.say("Folder"), visible_line(folder));
  into.fact(desk.say("Messages and contacts"), size_words(octets_in(folder, "store"), desk));
  into.fact(desk.say("Log"), size_words(octets_in(folder + "/log", "p2pchat"), desk));
  into.action(desk.say("Open the folder"), [folder] { wxLaunchDefaultApplication(shown(folder)); });
}

void about_section(SettingsSection& into, const Desk& desk) {
  into.heading("p2pChat");
  into.words(desk.say("A messenger without servers, that can be taken apart. Free software under the MIT licence."));
  if (desk.node)
    for (const auto& plugin : desk.node->plugins)
      if (plugin.id == "wx-gui") into.fact(desk.say("Desktop"), visible_line(plugin.version));
  into.fact("wxWidgets", std::to_string(wxMAJOR_VERSION) + "." + std::to_string(wxMINOR_VERSION) + "." +
                             std::to_string(wxRELEASE_NUMBER));
}

}  // namespace p2pchat::wx_gui
