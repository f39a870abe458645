// SPDX-License-Identifier: MIT
#include "view/bottle_sheets.hpp"

#include "model/words.hpp"
#include "presented.hpp"
#include "text/time_words.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t most_characters = 1000;
constexpr std::uint32_t day_s = 24 * 3600;
constexpr std::size_t most_steps = 12;

}  // namespace

ThrowSheet::ThrowSheet(wxWindow* parent, Desk& desk, std::function<void(const ThrownNote&)> thrown)
    : Sheet(parent, desk, desk.say("Throw a bottle")), shared_(desk), thrown_(std::move(thrown)) {
  add_words(desk.say("Somebody you do not know will find it, and may answer. Your name is not on it."));
  text_ = add_field(desk.say("Your note"), {}, Field::Lines::several);
  text_->SetMinSize(FromDIP(wxSize(440, 160)));
  room_ = add_note({});
  add_choices(desk.say("It drifts for"), {desk.say("7 days"), desk.say("14 days")}, 0,
              [this](std::size_t chosen) { days_ = chosen == 0 ? 7 : 14; });
  add_button(
      desk.say("Cancel"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Throw"), [this] { cast(); }, TextButton::Kind::main);
  finish();
  count();
  text_->text().Bind(wxEVT_TEXT, [this](wxCommandEvent&) { count(); });
  text_->text().SetFocus();
}

void ThrowSheet::write(const std::string& text) {
  text_->set_value(text);
  count();
}

void ThrowSheet::count() {
  const auto length = characters(text_->value());
  const auto words = fill(shared_.say("{n} of {most} characters"),
                          {{"n", std::to_string(length)}, {"most", std::to_string(most_characters)}});
  room_->SetLabel(shown(words));
  const auto& colours = *desk_.colours;
  room_->SetForegroundColour(solid(length > most_characters ? colours.alert_text : colours.secondary_text));
  say({});
}

void ThrowSheet::cast() {
  const auto length = characters(text_->value());
  if (length == 0) return say(shared_.say("The note is empty."));
  if (length > most_characters) return say(shared_.say("The note is too long for a bottle."));
  const ThrownNote note{text_->value(), days_ * day_s};
  if (IsModal()) EndModal(wxID_OK);
  thrown_(note);
}

FoundSheet::FoundSheet(wxWindow* parent, Desk& desk, const Bottle& bottle, ChatInvitation::Begun chat_begun)
    : Sheet(parent, desk, desk.say("From the sea")),
      shared_(desk),
      invitation_(desk, closed_then(std::move(chat_begun)), [this](const std::string& why) { say(why); }),
      id_(bottle.id) {
  const auto now = desk.now_ms();
  add_words(fill(desk.say("{time} on this beach · {hops}"),
                 {{"time", span_words(now > bottle.here_ms ? now - bottle.here_ms : 0, *desk.language)},
                  {"hops", desk.language->count("drifted {n} round", "drifted {n} rounds", bottle.hops)}}));
  add_paper(visible(bottle.body));
  add_button(
      desk.say("Close"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Throw back"), [this] { shared_.feed.bottles().release(id_, closing()); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Ask to chat"),
      [this, who = bottle.sender, greeting = greeting_to_creator(bottle.body, *desk.language)] {
        invitation_.send(who, greeting);
      },
      TextButton::Kind::quiet);
  if (bottle.voyage != sdk::Voyage::kept)
    add_button(
        desk.say("Keep"), [this] { shared_.feed.bottles().keep(id_, closing()); }, TextButton::Kind::quiet);
  if (bottle.voyage != sdk::Voyage::answered) {
    answer_ = add_field(desk.say("Your answer"), {}, Field::Lines::several);
    add_button(
        desk.say("Answer"), [this] { answer(); }, TextButton::Kind::main);
  }
  finish();
  if (answer_) answer_->text().SetFocus();
}

Answer<> FoundSheet::closing() {
  return lifetime_.hold([this](const sdk::Status& status) {
    if (!status.ok()) return say(error_words(status, *shared_.language));
    if (IsModal()) EndModal(wxID_OK);
  });
}

void FoundSheet::answer() {
  const auto length = characters(answer_->value());
  if (length == 0) return say(shared_.say("The note is empty."));
  if (length > most_characters) return say(shared_.say("The note is too long for a bottle."));
  shared_.feed.bottles().answer(id_, answer_->value(), closing());
}

JourneySheet::JourneySheet(wxWindow* parent, Desk& desk, const Journey& journey, ChatInvitation::Begun chat_begun)
    : Sheet(parent, desk, desk.say("Your bottle")),
      invitation_(desk, closed_then(std::move(chat_begun)), [this](const std::string& why) { say(why); }) {
  const auto now = desk.now_ms();
  add_paper(visible(journey.bottle.body));
  add_words(voyage_words(journey.bottle, *desk.language));
  const auto first = journey.steps.size() - std::min(journey.steps.size(), most_steps);
  for (auto at = first; at < journey.steps.size(); ++at) {
    const auto& step = journey.steps[at];
    const auto who = visible_line(desk.feed.book().name_of(step.node));
    add_words(fill(desk.say("{time}: {what}"), {{"time", list_time(step.time_ms, now, *desk.language)},
                                                {"what", step_words(step, who, *desk.language)}}));
    if (step.voyage != sdk::Voyage::answered) continue;
    add_action(fill(desk.say("Ask {who} to chat"), {{"who", who}}),
               [this, finder = step.node, greeting = greeting_to_finder(journey.bottle.body, *desk.language)] {
                 invitation_.send(finder, greeting);
               });
  }
  add_button(
      desk.say("Close"), [this] { EndModal(wxID_OK); }, TextButton::Kind::main);
  finish();
}

}  // namespace p2pchat::wx_gui
