// SPDX-License-Identifier: MIT
#include "shell/note_keeper.hpp"

#include <p2pchat/tables.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace p2pchat::wx_gui {
namespace {

constexpr auto notes_table = "people";
constexpr std::uint32_t entries_limit = 1000;
constexpr std::uint64_t draft_pause_ms = 1000;

using Entries = std::vector<std::pair<std::string, std::string>>;

}  // namespace

void NoteKeeper::open(std::function<void()> done) { read_from({}, std::move(done)); }

void NoteKeeper::read_from(const std::string& first, std::function<void()> done) {
  auto answer = [this, mailbox = mailbox_, done = std::move(done)](const std::shared_ptr<Entries>& page) {
    mailbox->post([this, page, done] {
      for (const auto& [key, value] : *page) {
        sdk::Id who;
        if (key.size() != sizeof who.b) continue;
        std::copy_n(key.begin(), sizeof who.b, who.b);
        if (changed_.contains(who)) continue;  // while the store took its time
        notes_.set(who, read_person_note(value));
      }
      if (page->size() < entries_limit) return done();
      read_from(page->back().first + '\0', done);
    });
  };
  host_.post([host = &host_, first, answer = std::move(answer)] {
    const auto page = std::make_shared<Entries>();
    auto* tables = host->get<sdk::Tables>();
    if (!tables) return answer(page);
    tables->scan(
        notes_table, sdk::bytes::of(first), entries_limit,
        [page](sdk::bytes key, sdk::bytes value) { page->emplace_back(key.text(), value.text()); },
        [page, answer](const sdk::Status&) { answer(page); });
  });
}

void NoteKeeper::change(const sdk::Id& who, PersonNote note) {
  if (notes_.of(who) == note) return;
  notes_.set(who, std::move(note));
  unsaved_.insert(who);
  changed_.insert(who);
}

void NoteKeeper::set_draft(const sdk::Id& who, std::string draft) {
  auto note = notes_.of(who);
  note.draft = std::move(draft);
  change(who, std::move(note));
  if (unsaved_.empty() || std::exchange(waiting_, true)) return;
  host_.after(draft_pause_ms, [this, mailbox = mailbox_] { mailbox->post([this] { waiting_ = false, save(); }); });
}

void NoteKeeper::set_muted(const sdk::Id& who, bool muted) {
  auto note = notes_.of(who);
  note.muted = muted;
  change(who, std::move(note));
  save();
}

void NoteKeeper::set_verified(const sdk::Id& who, bool verified) {
  auto note = notes_.of(who);
  note.verified = verified;
  change(who, std::move(note));
  save();
}

void NoteKeeper::forget(const sdk::Id& who) {
  change(who, {});
  save();
}

void NoteKeeper::save() {
  for (const auto& who : std::exchange(unsaved_, {}))
    host_.post([host = &host_, who, note = notes_.of(who)] {
      auto* tables = host->get<sdk::Tables>();
      if (!tables) return;
      if (note.empty()) return tables->erase(notes_table, who.view(), [](const sdk::Status&) {});
      const auto value = written(note);
      tables->put(notes_table, who.view(), sdk::bytes::of(value), [](const sdk::Status&) {});
    });
}

}  // namespace p2pchat::wx_gui
