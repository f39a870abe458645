// SPDX-License-Identifier: MIT
#include "model/window_state.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <charconv>

namespace p2pchat::wx_gui {
namespace {

constexpr int least_width = 440, least_height = 480, longest_side = 20'000;

void read_number(std::string_view text, int& number, int low) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size()) number = std::clamp(value, low, longest_side);
}

constexpr std::string_view page_words[] = {"chats", "beach", "network", "plugins", "settings"};

void read_page(std::string_view word, Page& page) {
  const auto* found = std::ranges::find(page_words, word);
  if (found != std::end(page_words)) page = static_cast<Page>(found - page_words);
}

void read_entry(WindowState& state, std::string_view key, std::string_view value) {
  if (key == "x") return read_number(value, state.frame.x, -1);
  if (key == "y") return read_number(value, state.frame.y, -1);
  if (key == "width") return read_number(value, state.frame.width, least_width);
  if (key == "height") return read_number(value, state.frame.height, least_height);
  if (key == "list") return read_number(value, state.list_width, 200);
  if (key == "send") state.send_key = value == "ctrl-enter" ? SendKey::ctrl_enter : SendKey::enter;
  if (key == "welcome") return read_number(value, state.welcome_step, -1);
  if (key == "page") return read_page(value, state.page);
  if (key == "chat") return static_cast<void>(state.chat = wire::id_from_hex(value));
  if (key == "motion" && value == "still") state.motion = Motion::still;
  if (key.starts_with("key.")) return state.keys.take_entry(key.substr(4), value);
  if (key == "maximised") state.maximised = value == "1";
  if (key == "language" && (value == "en" || value == "zh_CN")) state.language = value;
  if (key == "notices" && value == "names") state.notices = Notices::names;
  if (key == "notices" && value == "none") state.notices = Notices::none;
  if (key == "appearance" && value == "light") state.appearance = Appearance::light;
  if (key == "appearance" && value == "dark") state.appearance = Appearance::dark;
}

std::string_view word(Appearance appearance) {
  if (appearance == Appearance::automatic) return "automatic";
  return appearance == Appearance::light ? "light" : "dark";
}

std::string_view word(Notices notices) {
  if (notices == Notices::text) return "text";
  return notices == Notices::names ? "names" : "none";
}

}  // namespace

std::string written(const WindowState& state) {
  const auto& f = state.frame;
  return "x=" + std::to_string(f.x) + " y=" + std::to_string(f.y) + " width=" + std::to_string(f.width) +
         " height=" + std::to_string(f.height) + " list=" + std::to_string(state.list_width) +
         " maximised=" + (state.maximised ? "1" : "0") + " notices=" + std::string(word(state.notices)) +
         " appearance=" + std::string(word(state.appearance)) + " language=" + state.language +
         " send=" + (state.send_key == SendKey::enter ? "enter" : "ctrl-enter") +
         " motion=" + (state.motion == Motion::still ? "still" : "automatic") +
         " page=" + std::string(page_words[static_cast<std::size_t>(state.page)]) +
         (state.chat ? " chat=" + wire::to_hex(*state.chat) : std::string()) +
         " welcome=" + std::to_string(state.welcome_step) + state.keys.entries();
}

WindowState read_window_state(std::string_view line) {
  WindowState state;
  while (!line.empty()) {
    const auto entry = line.substr(0, line.find(' '));
    if (const auto equals = entry.find('='); equals != entry.npos)
      read_entry(state, entry.substr(0, equals), entry.substr(equals + 1));
    line.remove_prefix(std::min(line.size(), entry.size() + 1));
  }
  return state;
}

Frame clamped(Frame frame, const Frame& screen) {
  frame.width = std::max(std::min(frame.width, screen.width), least_width);
  frame.height = std::max(std::min(frame.height, screen.height), least_height);
  if (frame.x < 0 || frame.y < 0) return frame;
  frame.x = std::max(std::min(frame.x, screen.x + screen.width - frame.width), screen.x);
  frame.y = std::max(std::min(frame.y, screen.y + screen.height - frame.height), screen.y);
  return frame;
}

std::string language_of(std::string_view chosen, std::string_view system) {
  if (!chosen.empty()) return std::string(chosen);
  return system.starts_with("zh") ? "zh_CN" : "en";
}

}  // namespace p2pchat::wx_gui
