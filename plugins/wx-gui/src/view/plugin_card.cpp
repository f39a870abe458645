// SPDX-License-Identifier: MIT
#include "view/plugin_card.hpp"

#include "model/plugin_words.hpp"
#include "presented.hpp"
#include "view/access.hpp"
#include "view/paragraph.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int inset = 16, buttons_width = 210, words_top = 82;

}  // namespace

PluginCard::PluginCard(wxWindow* parent, const Desk& desk, const PluginFacts& plugin, std::string stays,
                       const Actions& actions)
    : wxPanel(parent), desk_(desk), plugin_(plugin), stays_(std::move(stays)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  name_for_access(
      *this, plugin.id + ": " + plugin_state_words(plugin, *desk.language) + (words().empty() ? "" : ". " + words()));
  const auto ground = desk.colours->card;
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->AddStretchSpacer();
  const auto button = [&](const std::string& words, const std::function<void(const PluginFacts&)>& action) {
    auto* made = new TextButton(
        this, desk, words, [this, action] { action(plugin_); }, TextButton::Kind::quiet, ground);
    name_for_access(*made, fill(desk.say("{what}: {plugin}"), {{"what", words}, {"plugin", plugin.id}}));
    row->Add(made, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
  };
  button(desk.say("Log"), actions.log);
  if (actions.toggle && (!plugin.next || stays_.empty()))
    button(plugin.next ? desk.say("Switch off") : desk.say("Switch on"), actions.toggle);
  row->AddSpacer(FromDIP(inset));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(inset)));
  SetSizer(sizer);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    paint(*this, desk_, desk_.colours->canvas, [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) { event.Skip(), fit(), Refresh(); });
  fit();
}

/// Below the facts: why it is refused, or why it cannot be switched off.
std::string PluginCard::words() const {
  return plugin_.state == PluginFacts::State::refused ? refusal_words(plugin_.reason, *desk_.language) : stays_;
}

void PluginCard::fit() {
  const auto wide = GetClientSize().x;
  if (wide == fitted_ && GetMinSize().y > 0) return;
  fitted_ = wide;
  const auto room = std::max(wide - FromDIP(2 * inset + 40), FromDIP(200));
  const auto high =
      words().empty() ? 0 : static_cast<int>(paragraph_height(desk_, words(), room, Type::small)) + FromDIP(4);
  const auto needed = FromDIP(words_top + 14) + high;
  if (GetMinSize().y == needed) return;
  SetMinSize(wxSize(-1, needed));
  CallAfter([this] { GetParent()->Layout(), GetParent()->FitInside(); });
}

void PluginCard::draw(Painter& painter, const Box& all) {
  const auto& look = painter.look;
  const auto radius = painter.dip(12), left = painter.dip(inset + 40);
  painter.fill(all, look.card, radius);
  painter.frame(all, look.line, painter.dip(1), radius);
  const bool refused = plugin_.state == PluginFacts::State::refused, runs = plugin_.state == PluginFacts::State::runs;
  const auto colour = refused ? look.alert_text : runs ? look.accent_text : look.secondary_text;
  const auto side = painter.dip(26);
  wx_gui::draw(Icon::plugins, painter, {painter.dip(inset), painter.dip(inset), side, side}, colour);
  const auto room = all.width - left - painter.dip(buttons_width);
  const auto name = painter.fitting(shown(plugin_name(plugin_, *desk_.language)), room, Type::title);
  painter.text(name, left, painter.dip(12), Type::title, look.text);
  const auto beside = left + painter.width(name, Type::title) + painter.dip(10);
  painter.text(painter.fitting(shown(visible_line(plugin_.version)), left + room - beside, Type::small), beside,
               painter.dip(18), Type::small, look.secondary_text);
  auto about = visible_line(plugin_.id) + " · " + provides_words(plugin_, *desk_.language);
  if (!plugin_.license.empty()) about += " · " + visible_line(plugin_.license);
  painter.text(painter.fitting(shown(about), room, Type::small), left, painter.dip(38), Type::small,
               look.secondary_text);
  painter.text(painter.fitting(shown(plugin_state_words(plugin_, *desk_.language)),
                               all.width - left - painter.dip(inset), Type::small, Words::ours),
               left, painter.dip(59), Type::small, colour);
  paragraph(painter, desk_, words(), {left, painter.dip(words_top), all.width - left - painter.dip(inset), all.height},
            Type::small, refused ? look.text : look.secondary_text);
}

}  // namespace p2pchat::wx_gui
