// SPDX-License-Identifier: MIT
#include "model/told_words.hpp"

#include "text/retold.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::wx_gui {
namespace {

constexpr std::string_view no_name = "no node to join through: set plugin.kademlia.bootstrap to host:port of one";
constexpr std::string_view no_answer = "no node answers; trying again";
constexpr std::string_view no_first_answer = "no known node answered; going on trying";
constexpr std::string_view no_answer_in_time = "no known node answered in time; going on trying";

}  // namespace

std::string told_words(std::string_view sentence, const Language& language) {
  const std::array all{
      Retold{"connected to the network", language.say("connected to the network")},
      Retold{"connected to the network, reachable from outside",
             language.say("connected to the network, reachable from outside")},
      Retold{"connected to the network, behind a router: others reach you with the help of a third",
             language.say("connected to the network, behind a router: others reach you with the help of a third")},
      Retold{
          "connected to the network, behind a router that hides you: others reach you through a third",
          language.say("connected to the network, behind a router that hides you: others reach you through a third")},
      Retold{
          "connected to the network, where no datagram comes through: others reach you through a third",
          language.say("connected to the network, where no datagram comes through: others reach you through a third")},
      Retold{
          no_name,
          language.say("Nobody to join through yet. Ask somebody who is there already for the address of their node.")},
      Retold{no_answer, language.say("no node answers; trying again")},
      Retold{no_first_answer, language.say("no node answers; trying again")},
      Retold{no_answer_in_time, language.say("no node answers; trying again")},
      Retold{"connected to this local network", language.say("connected to this local network")},
      Retold{"nobody else is on this local network", language.say("nobody else is on this local network")},
      Retold{"this user interface had ended unexpectedly; the node went on",
             language.say("The window had ended unexpectedly. Nothing was lost: the node went on.")},
      Retold{"There is no identity: {detail}", language.say("There is no identity: {detail}")},
      Retold{"Messages cannot be saved and wait at their senders: {detail}",
             language.say("Messages cannot be saved, and wait at those who sent them: {detail}")}};
  return visible_line(retold(sentence, all).value_or(std::string(sentence)));
}

bool tells_of_nobody(std::string_view sentence) {
  constexpr std::array all{no_name, no_answer, no_first_answer, no_answer_in_time};
  return std::ranges::find(all, sentence) != all.end();
}

}  // namespace p2pchat::wx_gui
