// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <map>
#include <string>
#include <string_view>

namespace p2pchat::wx_gui {

/// What this window keeps of one person.
struct PersonNote {
  std::string draft;  ///< what I began to write
  bool muted = false;
  bool verified = false;  ///< I compared the safety words with them
  bool empty() const { return draft.empty() && !muted && !verified; }
  bool operator==(const PersonNote&) const = default;
};

/// Notes by person; who is not there has an empty one.
class PersonNotes {
 public:
  const PersonNote& of(const sdk::Id& who) const;
  void set(const sdk::Id& who, PersonNote note);
  std::size_t size() const { return notes_.size(); }

 private:
  std::map<sdk::Id, PersonNote> notes_;
  PersonNote none_;
};

/// A note as it is stored: marks on one line, then the draft as it is. What is not understood is left out.
std::string written(const PersonNote& note);
PersonNote read_person_note(std::string_view stored);

}  // namespace p2pchat::wx_gui
