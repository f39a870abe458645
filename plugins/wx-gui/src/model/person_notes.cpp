// SPDX-License-Identifier: MIT
#include "model/person_notes.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {

const PersonNote& PersonNotes::of(const sdk::Id& who) const {
  const auto found = notes_.find(who);
  return found == notes_.end() ? none_ : found->second;
}

void PersonNotes::set(const sdk::Id& who, PersonNote note) {
  if (note.empty())
    notes_.erase(who);
  else
    notes_[who] = std::move(note);
}

std::string written(const PersonNote& note) {
  return std::string(note.muted ? "muted " : "") + (note.verified ? "verified " : "") + "\n" + note.draft;
}

PersonNote read_person_note(std::string_view stored) {
  PersonNote note;
  const auto line = stored.substr(0, stored.find('\n'));
  for (auto rest = line; !rest.empty();) {
    const auto mark = rest.substr(0, rest.find(' '));
    if (mark == "muted") note.muted = true;
    if (mark == "verified") note.verified = true;
    rest.remove_prefix(std::min(rest.size(), mark.size() + 1));
  }
  if (line.size() < stored.size()) note.draft = stored.substr(line.size() + 1);
  return note;
}

}  // namespace p2pchat::wx_gui
