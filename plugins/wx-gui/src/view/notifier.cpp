// SPDX-License-Identifier: MIT
#include "view/notifier.hpp"

#include "view/text.hpp"

#include <wx/log.h>

namespace p2pchat::wx_gui {
namespace {

constexpr int moment_ms = 400;  // those who come back get everything at once: that is one notification

}  // namespace

Notifier::Notifier(const Desk& desk, std::function<bool(const sdk::Id&)> looks_at,
                   std::function<void(const sdk::Id&)> open)
    : desk_(desk), looks_at_(std::move(looks_at)), open_(std::move(open)) {
  moment_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tell(); });
}

void Notifier::take(const Event& event) {
  if (const auto* added = std::get_if<MessageAdded>(&event)) {
    const auto& message = added->message;
    const auto sender = desk_.notes.of(message.peer).muted ? Sender::muted : Sender::heard;
    if (is_news(message, sender) && !looks_at_(message.peer))
      gather({Arrival::Kind::message, message.peer, desk_.feed.book().name_of(message.peer), message.body});
  }
  const auto* book = std::get_if<BookChanged>(&event);
  if (!book || book->first) return;
  for (const auto& change : book->changes)
    if (change.kind == Change::Kind::added && change.person.relation == sdk::Relation::asking)
      gather({Arrival::Kind::request, change.person.id, desk_.feed.book().name_of(change.person.id), {}});
}

void Notifier::gather(Arrival arrival) {
  arrivals_.push_back(std::move(arrival));
  if (!moment_.IsRunning()) moment_.StartOnce(moment_ms);
}

void Notifier::tell() {
  const auto arrivals = std::exchange(arrivals_, {});
  const auto text = notice_text(arrivals, desk_.state.notices, *desk_.language);
  if (!text) return;
  told_ = text;
  const wxLogNull quiet;  // no service is no trouble
  shown_ = std::make_unique<wxNotificationMessage>(shown(text->title), shown(text->words), wxTheApp->GetTopWindow());
  shown_->Bind(wxEVT_NOTIFICATION_MESSAGE_CLICK, [this, who = arrivals.back().who](wxCommandEvent&) { open_(who); });
  shown_->Show();
}

}  // namespace p2pchat::wx_gui
