// SPDX-License-Identifier: MIT
#pragma once
#include "model/person_notes.hpp"
#include "shell/mailbox.hpp"

#include <p2pchat/host.hpp>

#include <memory>
#include <set>

namespace p2pchat::wx_gui {

/// Keeps the notes about people in the table `people` of this plugin. Drafts change with every key: they are written a
/// second after the first change, marks at once.
///
/// Thread: the UI's. Without a store the notes last as long as the window.
class NoteKeeper {
 public:
  NoteKeeper(sdk::Host& host, std::shared_ptr<Mailbox> mailbox) : host_(host), mailbox_(std::move(mailbox)) {}
  /// Reads all notes, then calls back. To be called once.
  void open(std::function<void()> done);
  const PersonNotes& notes() const { return notes_; }
  const PersonNote& of(const sdk::Id& who) const { return notes_.of(who); }
  void set_draft(const sdk::Id& who, std::string draft);
  void set_muted(const sdk::Id& who, bool muted);
  void set_verified(const sdk::Id& who, bool verified);
  void forget(const sdk::Id& who);
  /// Writes what has not been written yet.
  void save();

 private:
  void read_from(const std::string& first, std::function<void()> done);
  void change(const sdk::Id& who, PersonNote note);
  sdk::Host& host_;
  std::shared_ptr<Mailbox> mailbox_;
  PersonNotes notes_;
  std::set<sdk::Id> unsaved_, changed_;
  bool waiting_ = false;
};

}  // namespace p2pchat::wx_gui
