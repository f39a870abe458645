// SPDX-License-Identifier: MIT
#pragma once
#include "note/note.hpp"
#include "sea.hpp"

namespace p2pchat::simulation {

/// How a node cheats.
enum class Cheat : std::uint8_t {
  raise_gas,   ///< passes bottles on with more gas than they had
  keep_gas,    ///< passes them on with the gas and token they came with
  swallow,     ///< says that it has a bottle and drops it
  forge_list,  ///< names people who have it that do not, at addresses of victims and of loopback
  sign_again,  ///< passes others' words on as its own, with a stamp of its own
  repeat,      ///< sends every bottle three times, to strangers too
  outlive,     ///< keeps every bottle and sends it for ever
  flood        ///< throws as many as it can, and sends what is no bottle
};
inline constexpr std::size_t cheat_count = 8;

/// A node that runs the real plugin and tampers with what that sends and hears. Lives as long as its node.
class Cheater {
 public:
  Cheater(Sea& sea, SimNode& node, Cheat cheat);
  Cheater(const Cheater&) = delete;
  Cheater& operator=(const Cheater&) = delete;

 private:
  bool on_heard(const sdk::Id& from, const std::string& type, const std::string& body);
  bool on_sent(const sdk::Id& to, const std::string& type, std::string& body);
  void change(bottle::Note& note);
  void sign_again(bottle::Note& note);
  void send(const sdk::Id& to, const std::string& body);
  sdk::Id stranger();
  void send_old();
  void flood();

  Sea& sea_;
  SimNode& node_;
  const Cheat cheat_;
  Chance chance_;
  bool is_own_ = false;  ///< what is being sent is the cheater's own idea
  std::map<sdk::Id, bottle::Note> heard_;
  std::vector<std::string> old_;
};

}  // namespace p2pchat::simulation
