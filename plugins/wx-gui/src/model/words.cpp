// SPDX-License-Identifier: MIT
#include "model/words.hpp"

#include "presented.hpp"

namespace p2pchat::wx_gui {
namespace {

std::string known_reason(std::string_view reason, const Language& language) {
  if (reason == "not-a-contact") return language.say("they have not accepted yet");
  if (reason == "busy") return language.say("they have no room just now");
  if (reason == "cancelled") return language.say("given up");
  if (reason == "blocked") return language.say("they are blocked");
  return visible_line(reason);
}

}  // namespace

std::string state_words(sdk::State state, const Language& language) {
  switch (state) {
    case sdk::State::queued:
      return language.say("queued");
    case sdk::State::sent:
      return language.say("sent");
    case sdk::State::delivered:
      return language.say("delivered");
    case sdk::State::read:
      return language.say("read");
    case sdk::State::failed:
      return language.say("not sent");
  }
  return {};
}

std::string reason_words(const Message& message, const Language& language) {
  if (message.incoming()) return {};
  const auto reason = known_reason(message.reason, language);
  if (message.state == sdk::State::failed)
    return reason.empty() ? language.say("Not sent.") : fill(language.say("Not sent: {reason}."), {{"reason", reason}});
  const bool waits = message.state == sdk::State::queued || message.state == sdk::State::sent;
  return waits && !reason.empty() ? fill(language.say("Waits: {reason}."), {{"reason", reason}}) : std::string();
}

std::string standing_words(const Person& person, bool verified, const Language& language) {
  switch (person.relation) {
    case sdk::Relation::asked:
      return language.say("asked, not answered yet");
    case sdk::Relation::asking:
      return language.say("wants to chat with you");
    case sdk::Relation::blocked:
      return language.say("blocked");
    case sdk::Relation::accepted:
      break;
  }
  if (verified)
    return person.online ? language.say("online · end-to-end encrypted · verified ✓")
                         : language.say("away · end-to-end encrypted · verified ✓");
  return person.online ? language.say("online · end-to-end encrypted") : language.say("away · end-to-end encrypted");
}

std::string error_words(const sdk::Status& status, const Language& language) {
  switch (status.code) {
    case sdk::Errc::too_large:
      return language.say("This is too long: 64 KiB is the most.");
    case sdk::Errc::malformed:
      return language.say("This is not an invite. It begins with p2pchat: or is 64 digits long.");
    case sdk::Errc::io:
    case sdk::Errc::corrupt:
      return fill(language.say("The disk refused: {detail}"), {{"detail", visible_line(status.text)}});
    default:
      return fill(language.say("That did not work: {detail}"), {{"detail", visible_line(status.text)}});
  }
}

}  // namespace p2pchat::wx_gui
