// SPDX-License-Identifier: MIT
#include "model/plugin_words.hpp"

#include "presented.hpp"
#include "text/retold.hpp"

namespace p2pchat::wx_gui {

std::string plugin_name(const PluginFacts& plugin, const Language& language) {
  std::vector<Retold> all;
  const auto look = [&](const char* english) { all.push_back({english, language.say(english)}); };
  look("Desktop");
  look("Drift bottles of one network");
  look("Drift bottles");
  look("Ed25519 and ChaCha20");
  look("Kademlia routing");
  look("Local network");
  look("Memory store");
  look("RSA and AES");
  look("SQLite store");
  look("Sockets of one machine");
  look("Sockets");
  look("Somebody to meet in the practice sea");
  look("Terminal");
  return visible_line(retold(plugin.name, all).value_or(plugin.name.empty() ? plugin.id : plugin.name));
}

std::string refusal_words(std::string_view reason, const Language& language) {
  std::vector<Retold> all;
  const auto look = [&](const char* english) { all.push_back({english, language.say(english)}); };
  look("built for SDK {built}, this host speaks {spoken}: update p2pchat");
  look("built for SDK {built}, this host speaks {spoken}: get a newer build of the plugin");
  look("needs SDK {built}, this host offers {offered}: update p2pchat");
  look("ABI mismatch: the plugin says {built}, this host {own}: build it with this SDK");
  look("not an ELF shared library ({detail}): remove it from the plugin folder");
  look("no p2pchat manifest ({detail}): this is not a p2pchat plugin");
  look("no readable p2pchat manifest ({detail}): build it again");
  look("the same id as {file}, which comes first: remove one of them");
  look("nobody vouches for it: if you trust who made it, p2pchat plugin trust {id}");
  look("it does not come with p2pchat: a safe start leaves it out");
  look("its place is not safe: {detail}");
  look("needs {what}; {plugin} provides it but is not in the profile: add it");
  look("needs {what}; {plugin} provides it but was refused ({why}): see its line");
  look("needs {what}; no plugin found provides it: install one and add it to the profile");
  look("cannot be loaded: {detail}");
  look("cannot be made: {detail}");
  look("start failed: {detail}");
  return retold(reason, all).value_or(std::string(reason));
}

}  // namespace p2pchat::wx_gui
