// SPDX-License-Identifier: MIT
#include "screen/network_page.hpp"

#include "presented.hpp"
#include "screen/text_row.hpp"
#include "text/clock.hpp"
#include "text/glyphs.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

std::string right(std::string text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::vector<TextRow> describe(const NetworkPicture& picture, const AddressBook& book, const std::string& status,
                              std::uint64_t now_ms) {
  std::vector<TextRow> rows{{visible_line(status.empty() ? "no word from the network yet" : status), Style::strong},
                            {}};
  rows.push_back({"Sessions  " + std::to_string(picture.sessions.size()), Style::accent});
  for (const auto& peer : picture.sessions) {
    const auto since = now_ms > peer.since_ms ? (now_ms - peer.since_ms) / 1000 : 0;
    rows.push_back({padded(visible_line(book.name_of(peer.id)), 14) + "  " + padded(visible_line(peer.endpoint), 23) +
                    right(span_text(since), 7)});
  }
  rows.push_back({});
  rows.push_back({"Nodes  " + std::to_string(picture.table.size()), Style::accent});
  if (!picture.table.empty())
    rows.push_back({padded("id", 10) + padded("endpoint", 24) + "    rtt    seen  bucket", Style::dim});
  for (const auto& node : picture.table)
    rows.push_back({wire::short_hex(node.id) + "  " + padded(visible_line(node.endpoint), 23) +
                    right(node.rtt_ms ? std::to_string(node.rtt_ms) + " ms" : "-", 8) +
                    right(span_text(node.age_s), 8) + right(std::to_string(node.bucket), 8)});
  return rows;
}

}  // namespace

void NetworkPage::fetch() {
  if (fetching_) return;
  fetching_ = true;
  desk_.feed.calls().network([this](const sdk::Status&, const NetworkPicture& picture) {
    fetching_ = false;
    picture_ = picture;
  });
}

void NetworkPage::hear(const Event& event) {
  if (std::holds_alternative<Presence>(event) || std::holds_alternative<NetworkStatus>(event)) fetch();
}

bool NetworkPage::key(const Key& key) {
  if (key.text == "r") fetch();
  if (key.is(Key::Code::up)) --top_;
  if (key.is(Key::Code::down)) ++top_;
  if (key.is(Key::Code::page_up)) top_ -= 10;
  if (key.is(Key::Code::page_down)) top_ += 10;
  return true;
}

void NetworkPage::draw(Grid& grid, const Rect& rect) {
  const auto rows = describe(picture_, desk_.feed.book(), desk_.feed.network_status(), desk_.feed.calls().now_ms());
  top_ = std::clamp(top_, 0, std::max(0, static_cast<int>(rows.size()) - rect.rows + 1));
  for (int i = 0; i + 1 < rect.rows && top_ + i < static_cast<int>(rows.size()); ++i) {
    const auto& row = rows[static_cast<std::size_t>(top_ + i)];
    grid.put(rect.row + 1 + i, rect.column + 2, row.text, row.style, rect.columns - 3);
  }
}

}  // namespace p2pchat::terminal_ui
