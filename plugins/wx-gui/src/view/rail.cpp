// SPDX-License-Identifier: MIT
#include "view/rail.hpp"

#include "view/access.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

Icon icon_of(Page page) {
  switch (page) {
    case Page::chats:
      return Icon::chats;
    case Page::beach:
      return Icon::beach;
    case Page::network:
      return Icon::network;
    case Page::plugins:
      return Icon::plugins;
    case Page::settings:
      break;
  }
  return Icon::settings;
}

std::string name_of(Page page, const Desk& desk) {
  switch (page) {
    case Page::chats:
      return desk.say("Chats");
    case Page::beach:
      return desk.say("Beach");
    case Page::network:
      return desk.say("Network");
    case Page::plugins:
      return desk.say("Plugins");
    case Page::settings:
      break;
  }
  return desk.say("Settings");
}

}  // namespace

/// One page.
class Rail::Entry final : public Pressable {
 public:
  Entry(wxWindow* parent, const Desk& desk, Page page, std::function<void()> action)
      : Pressable(parent, desk, name_of(page, desk), std::move(action)), page_(page) {
    SetMinSize(FromDIP(wxSize(72, 62)));
  }
  /// Says its name, and the number on it, to those who cannot see it.
  void name() {
    const auto title = name_of(page_, desk_);
    name_for_access(*this, badge.empty() ? title : title + ", " + badge, Role::button);
  }
  bool selected = false;
  std::string badge;

 private:
  Colour ground() const override { return desk_.colours->rail; }
  void draw_face(Painter& painter, const Box& all) override {
    const auto& look = painter.look;
    const auto inset = painter.dip(6);
    const Box tile{inset, painter.dip(2), all.width - 2 * inset, all.height - painter.dip(4)};
    if (selected || hovered())
      painter.fill(tile, selected ? look.rail_selected : mixed(look.rail, look.rail_selected, 0.5), painter.dip(12));
    const auto colour = selected ? rgb(0xFFFFFF) : look.rail_label;
    const auto side = painter.dip(24);
    draw(icon_of(page_), painter, {(all.width - side) / 2, painter.dip(10), side, side}, colour);
    painter.centred(shown(name_of(page_, desk_)), {0, painter.dip(38), all.width, painter.dip(16)}, Type::small,
                    colour);
    if (!badge.empty()) painter.badge(badge, all.width - painter.dip(8), painter.dip(12), look.alert, look.on_alert);
  }
  Page page_;
};

/// Me.
class Rail::Card final : public Pressable {
 public:
  Card(wxWindow* parent, const Desk& desk, std::function<void()> action)
      : Pressable(parent, desk, desk.say("My card"), std::move(action)) {
    SetMinSize(FromDIP(wxSize(72, 68)));
  }

 private:
  Colour ground() const override { return desk_.colours->rail; }
  void draw_face(Painter& painter, const Box& all) override {
    const auto side = painter.dip(40);
    const Box box{(all.width - side) / 2, painter.dip(14), side, side};
    painter.picture(box, desk_.me.id, desk_.me.name);
    if (hovered()) painter.frame(box, painter.look.focus, painter.dip(2), side / 2);
  }
};

Rail::Rail(wxWindow* parent, const Desk& desk, const std::vector<Page>& pages, std::function<void(Page)> choose,
           std::function<void()> my_card)
    : wxPanel(parent) {
  SetBackgroundColour(solid(desk.colours->rail));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  card_ = new Card(this, desk, std::move(my_card));
  sizer->Add(card_);
  sizer->AddSpacer(FromDIP(6));
  for (const auto page : pages) {
    if (page == Page::settings) sizer->AddStretchSpacer();
    entries_[page] = new Entry(this, desk, page, [choose, page] { choose(page); });
    sizer->Add(entries_[page]);
    sizer->AddSpacer(FromDIP(4));
  }
  sizer->AddSpacer(FromDIP(10));
  SetSizer(sizer);
}

void Rail::select(Page page) {
  for (const auto& [each, entry] : entries_) {
    entry->selected = each == page;
    entry->Refresh();
  }
}

void Rail::set_badge(Page page, const std::string& badge) {
  const auto found = entries_.find(page);
  if (found == entries_.end() || found->second->badge == badge) return;
  found->second->badge = badge;
  found->second->name();
  found->second->Refresh();
}

void Rail::refresh_me() { card_->Refresh(); }

}  // namespace p2pchat::wx_gui
