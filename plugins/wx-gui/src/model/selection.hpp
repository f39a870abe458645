// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/text_places.hpp"
#include "presented.hpp"

#include <compare>
#include <functional>
#include <vector>

namespace p2pchat::wx_gui {

/// The end of a text, however long it is.
inline constexpr auto text_end = static_cast<std::size_t>(-1);

/// A boundary between characters of the visible text of a message.
struct TextPlace {
  std::uint64_t place = 0;  ///< of the message in its conversation
  std::size_t at = 0;
  auto operator<=>(const TextPlace&) const = default;
};

/// What is selected of a conversation: from where it began to where the mouse or the keys have come, either way.
struct Selection {
  TextPlace anchor, head;
  bool empty() const { return anchor == head; }
  TextPlace first() const { return std::min(anchor, head); }
  TextPlace last() const { return std::max(anchor, head); }
  /// Whether it goes over more than one message.
  bool several() const { return anchor.place != head.place; }
  /// What is selected of a message whose text is so long.
  TextSpan of(std::uint64_t place, std::size_t length) const;
  /// Everything from one message to another, both included.
  static Selection messages(std::uint64_t from, std::uint64_t to);
};

/// The selected text, oldest first. Of one message only the text; of several, each begins with who wrote it and when.
/// `named` says what to call the sender of a message.
std::string selected_text(const std::vector<Message>& messages, const Selection& selection,
                          const std::function<std::string(const Message&)>& named);

}  // namespace p2pchat::wx_gui
