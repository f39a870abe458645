// SPDX-License-Identifier: MIT
#include "model/told_words.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::wx_gui {
namespace {

constexpr std::string_view no_name = "no node to join through: set plugin.kademlia.bootstrap to host:port of one";
constexpr std::string_view no_answer = "no node answers; trying again";
constexpr std::string_view no_first_answer = "no known node answered; going on trying";
constexpr std::string_view no_answer_in_time = "no known node answered in time; going on trying";

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
      Told{
          no_name,
          language.say("Nobody to join through yet. Ask somebody who is there already for the address of their node.")},
      Told{no_answer, language.say("no node answers; trying again")},
      Told{no_first_answer, language.say("no node answers; trying again")},
      Told{no_answer_in_time, language.say("no node answers; trying again")},
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

bool tells_of_nobody(std::string_view sentence) {
  constexpr std::array all{no_name, no_answer, no_first_answer, no_answer_in_time};
  return std::ranges::find(all, sentence) != all.end();
}

}  // namespace p2pchat::wx_gui
