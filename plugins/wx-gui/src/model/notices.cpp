// SPDX-License-Identifier: MIT
#include "model/notices.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t longest_notice = 120;

std::string first_words(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < longest_notice; ++count) at += code_point_at(text, at).length;
  return visible_line(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

}  // namespace

bool is_news(const Message& message, Sender sender) { return message.unread() && sender == Sender::heard; }

std::optional<NoticeText> notice_text(const std::vector<Arrival>& arrivals, Notices wanted, const Language& language) {
  if (arrivals.empty() || wanted == Notices::none) return std::nullopt;
  const auto& last = arrivals.back();
  const auto messages = language.count("{n} new message", "{n} new messages", arrivals.size());
  const bool one_sender = std::ranges::all_of(arrivals, [&](const Arrival& each) { return each.who == last.who; });
  if (!one_sender) return NoticeText{language.say("p2pChat"), messages};
  const auto name = visible_line(last.name);
  if (last.kind == Arrival::Kind::request) return NoticeText{name, language.say("wants to chat with you")};
  if (arrivals.size() > 1 || wanted == Notices::names) return NoticeText{name, messages};
  return NoticeText{name, first_words(last.text)};
}

}  // namespace p2pchat::wx_gui
