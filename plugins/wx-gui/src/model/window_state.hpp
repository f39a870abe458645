// SPDX-License-Identifier: MIT
#pragma once
#include "look/palette.hpp"
#include "model/motion.hpp"
#include "model/page.hpp"
#include "model/shortcuts.hpp"

#include <p2pchat/abi.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::wx_gui {

/// A rectangle of the screen, in pixels.
struct Frame {
  int x = -1, y = -1;  ///< -1: where the desktop puts it
  int width = 1180, height = 780;
  bool operator==(const Frame&) const = default;
};

/// What a notification shows of a message.
enum class Notices { text, names, none };

/// What the window remembers from one run to the next.
struct WindowState {
  Frame frame;
  bool maximised = false;
  int list_width = 300;
  Appearance appearance = Appearance::automatic;
  std::string language;  ///< `en`, `zh_CN`, or empty for that of the system
  Notices notices = Notices::text;
  SendKey send_key = SendKey::enter;
  KeyMap keys = {};
  Motion motion = Motion::automatic;
  int welcome_step = -1;  ///< how far the first run has come; -1: it is over
  Page page = Page::chats;
  std::optional<sdk::Id> chat = {};  ///< the conversation on show
  bool operator==(const WindowState&) const = default;
};

/// One line for the table of the plugin, and back. What is missing or not understood keeps its default.
std::string written(const WindowState& state);
WindowState read_window_state(std::string_view line);

/// The frame moved and shrunk so that it lies on the screen, at least 440 by 480.
Frame clamped(Frame frame, const Frame& screen);

/// `zh_CN` or `en`: what the person chose, or what fits the system's language, such as `zh_CN.UTF-8`.
std::string language_of(std::string_view chosen, std::string_view system);

}  // namespace p2pchat::wx_gui
