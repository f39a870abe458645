// SPDX-License-Identifier: MIT
#include "view/switcher_sheet.hpp"

#include "model/switcher.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t most_rows = 200;  // a name finds the others

}  // namespace

SwitcherSheet::SwitcherSheet(wxWindow* parent, Desk& desk, std::function<void(const sdk::Id&)> chosen)
    : FinderSheet(parent, desk, desk.say("Go to a chat"), desk.say("Name")), chosen_(std::move(chosen)) {
  order_.take(desk.feed.book());
  look_for({});
}

void SwitcherSheet::look_for(const std::string& words) {
  std::vector<ChoiceRow> rows;
  order_.filter(words);
  for (const auto& who : switcher_order(shared_.feed.book(), order_)) {
    if (rows.size() == most_rows) break;
    const auto* person = shared_.feed.book().find(who);
    if (!person) continue;
    const auto row = chat_row(*person, shared_.notes.notes(), shared_.newest, shared_.now_ms(), *shared_.language);
    rows.push_back({row.who, row.name, row.second, row.time, row.badge});
  }
  show_rows(std::move(rows));
}

void SwitcherSheet::go(std::size_t row) {
  const auto who = rows()[row].who;
  if (IsModal()) EndModal(wxID_OK);
  chosen_(who);
}

}  // namespace p2pchat::wx_gui
