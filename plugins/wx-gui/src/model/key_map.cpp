// SPDX-License-Identifier: MIT
#include "model/key_map.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::wx_gui {
namespace {

struct Usual {
  Act act;
  std::string_view name, keys;
};

constexpr std::array<Usual, 17> usual{{{Act::chats, "chats", "Ctrl+1"},
                                       {Act::beach, "beach", "Ctrl+2"},
                                       {Act::network, "network", "Ctrl+3"},
                                       {Act::plugins, "plugins", "Ctrl+4"},
                                       {Act::settings, "settings", "Ctrl+,"},
                                       {Act::find_chat, "find", "Ctrl+K"},
                                       {Act::search_chat, "search", "Ctrl+F"},
                                       {Act::search_all, "search-all", "Ctrl+Shift+F"},
                                       {Act::mirror, "list", "F7"},
                                       {Act::add_contact, "add", "Ctrl+N"},
                                       {Act::my_card, "card", "Ctrl+I"},
                                       {Act::throw_bottle, "throw", "Ctrl+B"},
                                       {Act::next_chat, "next", "Alt+Down"},
                                       {Act::chat_before, "before", "Alt+Up"},
                                       {Act::unread_chat, "unread", "Alt+Shift+Down"},
                                       {Act::back, "back", "Alt+Left"},
                                       {Act::quit, "quit", "Ctrl+Q"}}};

constexpr auto every_act = [] {
  std::array<Act, usual.size()> all{};
  std::ranges::transform(usual, all.begin(), &Usual::act);
  return all;
}();

const Usual& usual_of(Act act) { return *std::ranges::find(usual, act, &Usual::act); }

}  // namespace

std::span<const Act> acts() { return every_act; }

Chord KeyMap::of(Act act) const {
  const auto found = chosen_.find(act);
  return found != chosen_.end() ? found->second : *read_chord(usual_of(act).keys);
}

std::optional<Act> KeyMap::act_of(const Chord& chord) const {
  if (chord.empty()) return std::nullopt;
  const auto found = std::ranges::find_if(every_act, [&](Act act) { return of(act) == chord; });
  return found == every_act.end() ? std::nullopt : std::optional(*found);
}

KeyMap::Set KeyMap::set(Act act, const Chord& chord) {
  if (refusal_of(chord) != Refusal::none) return Set::refused;
  const auto holder = act_of(chord);
  if (holder && *holder != act) return Set::taken;
  put(act, chord);
  return Set::done;
}

void KeyMap::put(Act act, const Chord& chord) {
  if (chord_text(chord) == usual_of(act).keys)
    chosen_.erase(act);
  else
    chosen_[act] = chord;
}

KeyMap::Set KeyMap::reset(Act act) { return set(act, *read_chord(usual_of(act).keys)); }

std::string KeyMap::entries() const {
  std::string text;
  for (const auto& [act, chord] : chosen_)
    text.append(" key.").append(usual_of(act).name).append("=" + chord_text(chord));
  return text;
}

void KeyMap::take_entry(std::string_view name, std::string_view value) {
  const auto found = std::ranges::find(usual, name, &Usual::name);
  const auto chord = read_chord(value);
  if (found != usual.end() && chord && refusal_of(*chord) == Refusal::none) put(found->act, *chord);
}

}  // namespace p2pchat::wx_gui
