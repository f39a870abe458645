// SPDX-License-Identifier: MIT
#include "model/told_words.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::wx_gui {
namespace {

/// What was told, in both languages.
struct Told {
  std::string_view sentence;
  std::string words;
};

std::string with_detail(std::string_view sentence, std::string_view begins, const std::string& words) {
  return fill(words, {{"detail", visible_line(sentence.substr(begins.size()))}});
}

}  // namespace

std::string told_words(std::string_view sentence, const Language& language) {
  const std::array whole{
      Told{"connected to the network", language.say("connected to the network")},
      Told{"connected to the network, reachable from outside",
           language.say("connected to the network, reachable from outside")},
      Told{"connected to the network, behind a router: others reach you with the help of a third",
           language.say("connected to the network, behind a router: others reach you with the help of a third")},
      Told{"connected to the network, behind a router that hides you: others reach you through a third",
           language.say("connected to the network, behind a router that hides you: others reach you through a third")},
      Told{"connected to the network, where no datagram comes through: others reach you through a third",
           language.say("connected to the network, where no datagram comes through: others reach you through a third")},
      Told{"no node answers; trying again", language.say("no node answers; trying again")},
      Told{"connected to this local network", language.say("connected to this local network")},
      Told{"nobody else is on this local network", language.say("nobody else is on this local network")},
      Told{"this user interface had ended unexpectedly; the node went on",
           language.say("The window had ended unexpectedly. Nothing was lost: the node went on.")}};
  if (const auto found = std::ranges::find(whole, sentence, &Told::sentence); found != whole.end()) return found->words;
  const std::array begun{Told{"There is no identity: ", language.say("There is no identity: {detail}")},
                         Told{"Messages cannot be saved and wait at their senders: ",
                              language.say("Messages cannot be saved, and wait at those who sent them: {detail}")}};
  for (const auto& [begins, words] : begun)
    if (sentence.starts_with(begins)) return with_detail(sentence, begins, words);
  return visible_line(sentence);
}

}  // namespace p2pchat::wx_gui
