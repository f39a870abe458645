// SPDX-License-Identifier: MIT
#pragma once
#include "model/chord.hpp"

#include <map>
#include <span>

namespace p2pchat::wx_gui {

/// What the window does by a key that can be chosen.
enum class Act {
  chats,
  beach,
  network,
  plugins,
  settings,
  find_chat,
  search_chat,
  search_all,
  mirror,
  add_contact,
  my_card,
  throw_bottle,
  next_chat,
  chat_before,
  unread_chat,
  back,
  quit
};

/// All of them, as they are listed.
std::span<const Act> acts();

/// Which keys do what: the usual ones, but for those that were chosen.
///
/// No two acts have the same keys: `set` refuses that.
class KeyMap {
 public:
  /// The keys of an act; empty when it has none.
  Chord of(Act act) const;
  /// What these keys do, if anything.
  std::optional<Act> act_of(const Chord& chord) const;
  enum class Set { done, refused, taken };
  /// Gives an act its keys; empty takes them away. `refused`: see `refusal_of`; `taken`: another act has them.
  Set set(Act act, const Chord& chord);
  /// Whether the keys are not the usual ones.
  bool is_changed(Act act) const { return chosen_.contains(act); }
  bool is_changed() const { return !chosen_.empty(); }
  /// The usual keys again; `taken` when another act has them meanwhile.
  Set reset(Act act);
  void reset() { chosen_.clear(); }
  /// The entries that differ from the usual, for `WindowState`: ` key.quit=Ctrl+W`, each after a space.
  std::string entries() const;
  /// Takes the entry `name`, without `key.`; what is unknown or refused is passed over. Two acts may change their keys,
  /// so what is taken shows only when all entries are there: then the first that is listed has them.
  void take_entry(std::string_view name, std::string_view value);
  bool operator==(const KeyMap&) const = default;

 private:
  void put(Act act, const Chord& chord);
  std::map<Act, Chord> chosen_;
};

}  // namespace p2pchat::wx_gui
