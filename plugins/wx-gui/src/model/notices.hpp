// SPDX-License-Identifier: MIT
#pragma once
#include "model/window_state.hpp"
#include "presented.hpp"
#include "text/language.hpp"

#include <optional>
#include <vector>

namespace p2pchat::wx_gui {

/// Something that came while the person looked elsewhere.
struct Arrival {
  enum class Kind { message, request };
  Kind kind = Kind::message;
  sdk::Id who;
  std::string name, text;
};

/// What a notification says.
struct NoticeText {
  std::string title, words;
};

/// Whether somebody who looks elsewhere is told of a message: it is new to me, and its sender is not muted.
enum class Sender { heard, muted };
bool is_news(const Message& message, Sender sender);

/// One notification for all that came within a moment; nothing when there is nothing to tell, or it is not wanted.
std::optional<NoticeText> notice_text(const std::vector<Arrival>& arrivals, Notices wanted, const Language& language);

}  // namespace p2pchat::wx_gui
