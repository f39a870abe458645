// SPDX-License-Identifier: MIT
#include "view/search_sheet.hpp"

#include "model/switcher.hpp"
#include "model/words.hpp"
#include "text/time_words.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint32_t found_per_page = 50;
constexpr int typing_pause_ms = 200;

}  // namespace

SearchSheet::SearchSheet(wxWindow* parent, Desk& desk, Chosen chosen)
    : FinderSheet(parent, desk, desk.say("Search all chats"), desk.say("Words to look for")),
      chosen_(std::move(chosen)) {
  pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { fetch(0); });
}

void SearchSheet::look_for(const std::string& words) {
  words_ = words;
  ++generation_;
  found_.clear();
  next_ = 0;
  say({});
  show_rows({});
  pause_.Stop();
  if (words.find_first_not_of(" \t") != std::string::npos) pause_.StartOnce(typing_pause_ms);
}

void SearchSheet::fetch(std::uint64_t before) {
  shared_.calls().search(words_, {}, before, found_per_page,
                         lifetime_.hold([this, mine = generation_](const sdk::Status& status, const MessagePage& page) {
                           if (mine != generation_) return;
                           if (!status.ok()) return say(error_words(status, *shared_.language));
                           came(page);
                         }));
}

void SearchSheet::came(const MessagePage& page) {
  std::vector<ChoiceRow> rows;
  for (const auto& message : page.messages)
    rows.push_back({message.peer,
                    visible_line(shared_.feed.book().name_of(message.peer)),
                    snippet_of(message.body, words_),
                    list_time(message.time_ms, shared_.now_ms(), *shared_.language),
                    {}});
  const bool first = found_.empty();
  found_.insert(found_.end(), page.messages.begin(), page.messages.end());
  next_ = page.next;
  if (found_.empty()) say(shared_.say("nothing found"));
  first ? show_rows(std::move(rows)) : add_rows(std::move(rows));
}

void SearchSheet::at_end() {
  if (const auto next = std::exchange(next_, 0)) fetch(next);
}

void SearchSheet::go(std::size_t row) {
  const auto message = found_[row];
  if (IsModal()) EndModal(wxID_OK);
  chosen_(message.peer, message.place, words_);
}

}  // namespace p2pchat::wx_gui
