// SPDX-License-Identifier: MIT
#include "model/mirror.hpp"

#include "model/words.hpp"
#include "text/time_words.hpp"

namespace p2pchat::wx_gui {

std::string message_line(const Message& message, std::string_view who, std::uint64_t now_ms, const Language& language) {
  const auto clock = clock_text(message.time_ms);
  const auto time =
      same_day(message.time_ms, now_ms) ? clock : list_time(message.time_ms, now_ms, language) + " " + clock;
  const auto text = visible_line(message.body);
  if (message.incoming())
    return fill(language.say("{who}, {time}: {text}"), {{"who", who}, {"time", time}, {"text", text}});
  const auto reason = reason_words(message, language);
  const auto state = reason.empty() ? state_words(message.state, language) : reason;
  return fill(language.say("{who}, {time}, {state}: {text}"),
              {{"who", who}, {"time", time}, {"state", state}, {"text", text}});
}

std::string bottle_line(const Bottle& bottle, bool mine, std::uint64_t now_ms, const Language& language) {
  if (!mine) return fill(language.say("On the sand: {what}"), {{"what", found_words(bottle, now_ms, language)}});
  return fill(language.say("Mine, {how}: “{text}”"),
              {{"how", voyage_words(bottle, language)}, {"text", visible_line(bottle.body)}});
}

}  // namespace p2pchat::wx_gui
