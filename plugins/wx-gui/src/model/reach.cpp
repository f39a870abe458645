// SPDX-License-Identifier: MIT
#include "model/reach.hpp"

namespace p2pchat::wx_gui {

Reach read_reach(std::string_view verdict) {
  const auto word = verdict.substr(0, verdict.find(' '));
  if (word == "open") return Reach::open;
  if (word == "router") return Reach::router;
  if (word == "random-router") return Reach::random_router;
  return word == "blocked" ? Reach::blocked : Reach::unknown;
}

std::string reach_words(Reach reach, const Language& language) {
  switch (reach) {
    case Reach::open:
      return language.say("Others answer you, and can reach you from outside.");
    case Reach::router:
      return language.say(
          "Others answer you. You are behind a router: they reach you with the help of a third node. If you open the "
          "port on the router, they reach you directly.");
    case Reach::random_router:
      return language.say(
          "Others answer you. You are behind a router that hides you: they reach you through a third node. "
          "If you open the port on the router, they reach you directly.");
    case Reach::blocked:
      return language.say("Others answer you through a third node: this network lets no datagram through.");
    case Reach::unknown:
      break;
  }
  return language.say("Others answer you. Whether they can reach you from outside is not known.");
}

}  // namespace p2pchat::wx_gui
