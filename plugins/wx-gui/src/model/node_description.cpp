// SPDX-License-Identifier: MIT
#include "model/node_description.hpp"

#include "presented.hpp"

#include <wire/json.hpp>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr auto transport = "p2pchat.transport/1", routing = "p2pchat.routing/1", crypto = "p2pchat.crypto/1",
               store = "p2pchat.store/1", bottle = "p2pchat.bottle/1", ui = "p2pchat.ui/1";

std::string text_of(const wire::JsonValue& object, std::string_view name) {
  return std::string(object.string(name).value_or(""));
}

std::vector<std::string> texts_of(const wire::JsonValue& object, std::string_view name) {
  std::vector<std::string> texts;
  if (const auto* array = object.find(name); array && array->kind == wire::JsonValue::Kind::array)
    for (const auto& each : array->items) texts.emplace_back(each.text);
  return texts;
}

bool flag_of(const wire::JsonValue& object, std::string_view name) {
  const auto* value = object.find(name);
  return value && value->kind == wire::JsonValue::Kind::boolean && value->number != 0;
}

PluginFacts plugin_of(const wire::JsonValue& object) {
  PluginFacts plugin;
  plugin.id = text_of(object, "id"), plugin.name = text_of(object, "name");
  plugin.version = text_of(object, "version"), plugin.license = text_of(object, "license");
  plugin.file = text_of(object, "file"), plugin.provides = texts_of(object, "provides");
  const auto state = text_of(object, "state");
  plugin.state = state == "ready"    ? PluginFacts::State::runs
                 : state == "unused" ? PluginFacts::State::unused
                                     : PluginFacts::State::refused;
  if (plugin.state == PluginFacts::State::refused) plugin.reason = text_of(object, "reason");
  plugin.next = flag_of(object, "next");
  return plugin;
}

bool provides(const PluginFacts& plugin, std::string_view iid) {
  return std::ranges::find(plugin.provides, iid) != plugin.provides.end();
}

std::string ability(const std::string& iid, const Language& language) {
  if (iid == transport) return language.say("connections");
  if (iid == routing) return language.say("finding others");
  if (iid == crypto) return language.say("encryption");
  if (iid == store) return language.say("storage");
  if (iid == bottle) return language.say("bottles");
  if (iid == ui) return language.say("a user interface");
  return visible_line(iid);
}

}  // namespace

std::optional<NodeDescription> read_node_description(std::string_view json) {
  wire::JsonParser parser;
  const auto* object = parser.parse(json);
  if (!object || !object->string("profile")) return std::nullopt;
  NodeDescription node{text_of(*object, "profile"), text_of(*object, "data_dir"), text_of(*object, "config"),
                       flag_of(*object, "keeps"),   text_of(*object, "problem"),  {},
                       texts_of(*object, "absent")};
  if (const auto* plugins = object->find("plugins"))
    for (const auto& each : plugins->items)
      if (each.kind == wire::JsonValue::Kind::object) node.plugins.push_back(plugin_of(each));
  if (!node.keeps)  // there is no next start of this one
    for (auto& plugin : node.plugins) plugin.next = plugin.state != PluginFacts::State::unused;
  return node;
}

std::string why_it_stays(const NodeDescription& node, const PluginFacts& plugin, const Language& language) {
  for (const auto* iid : {transport, routing, crypto, store, ui}) {
    const auto another = [&](const PluginFacts& each) {
      return each.id != plugin.id && each.next && each.state != PluginFacts::State::refused && provides(each, iid);
    };
    if (provides(plugin, iid) && std::ranges::none_of(node.plugins, another))
      return fill(language.say("Nothing else provides this: {what}."), {{"what", ability(iid, language)}});
  }
  return {};
}

std::string provides_words(const PluginFacts& plugin, const Language& language) {
  std::string words;
  for (const auto& iid : plugin.provides) words += (words.empty() ? "" : ", ") + ability(iid, language);
  return words.empty() ? language.say("nothing that others use") : words;
}

std::string plugin_state_words(const PluginFacts& plugin, const Language& language) {
  switch (plugin.state) {
    case PluginFacts::State::runs:
      return plugin.next ? language.say("Runs") : language.say("Runs · off from the next start on");
    case PluginFacts::State::unused:
      return plugin.next ? language.say("Off · on from the next start on") : language.say("Off");
    case PluginFacts::State::refused:
      break;
  }
  return plugin.next ? language.say("Refused") : language.say("Refused · off from the next start on");
}

std::string plugins_summary(const NodeDescription& node, const Language& language) {
  const auto count = [&](PluginFacts::State state) {
    return static_cast<std::uint64_t>(std::ranges::count(node.plugins, state, &PluginFacts::state));
  };
  auto words = language.count("{n} runs", "{n} run", count(PluginFacts::State::runs));
  if (const auto off = count(PluginFacts::State::unused)) words += " · " + language.count("{n} off", "{n} off", off);
  const auto refused = count(PluginFacts::State::refused) + node.absent.size();
  if (refused) words += " · " + language.count("{n} refused", "{n} refused", refused);
  return words;
}

std::vector<std::string> lines_of(std::string_view log, std::string_view who, std::size_t most) {
  std::vector<std::string> lines;
  const auto mark = " " + std::string(who) + ": ";  // time, level, who: what
  while (!log.empty()) {
    const auto line = log.substr(0, log.find('\n'));
    log.remove_prefix(std::min(log.size(), line.size() + 1));
    const auto level = line.find(' ');
    if (level == line.npos) continue;
    const auto after = line.find(' ', level + 1);
    if (after == line.npos || !line.substr(after).starts_with(mark)) continue;
    lines.push_back(visible_line(line));
  }
  if (lines.size() > most) lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(most));
  return lines;
}

}  // namespace p2pchat::wx_gui
