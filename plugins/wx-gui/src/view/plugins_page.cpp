// SPDX-License-Identifier: MIT
#include "view/plugins_page.hpp"

#include "presented.hpp"
#include "view/log_sheet.hpp"
#include "view/paragraph.hpp"
#include "view/plugin_card.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {

PluginsPage::PluginsPage(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->canvas));
  const auto label = [&](const std::string& words, Type type, Colour colour) {
    auto* made = new wxStaticText(this, wxID_ANY, shown(words), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    made->SetFont(desk.fonts[type]);
    made->SetForegroundColour(solid(colour));
    return made;
  };
  auto* title = label(desk.say("Plugins"), Type::large, desk.colours->text);
  summary_ = label(desk.say("Looking…"), Type::body, desk.colours->secondary_text);
  note_ = new wxStaticText(this, wxID_ANY, wxString());
  note_->SetFont(desk.fonts[Type::small]);
  note_->SetForegroundColour(solid(desk.colours->secondary_text));
  cards_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_NONE);
  cards_->SetBackgroundColour(solid(desk.colours->canvas));
  cards_->SetScrollRate(0, FromDIP(16));
  cards_->SetSizer(new wxBoxSizer(wxVERTICAL));
  auto* top = new wxBoxSizer(wxHORIZONTAL);
  top->Add(title, wxSizerFlags().Centre());
  top->Add(summary_, wxSizerFlags(1).Centre().Border(wxLEFT, FromDIP(14)));
  const auto sides = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(28));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->AddSpacer(FromDIP(20));
  rows->Add(top, sides);
  rows->AddSpacer(FromDIP(4));
  rows->Add(note_, sides);
  rows->AddSpacer(FromDIP(14));
  rows->Add(cards_, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(28)));
  SetSizer(rows);
  Hide();  // so that it hears when it is shown
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    if (event.IsShown()) desk_.feed.describe_node();
  });
  note(desk.say("What you switch on or off changes when p2pChat starts the next time."));
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { note(noted_); });  // broken where there is room
  });
  if (desk.node) rebuild();
}

void PluginsPage::note(const std::string& words) {
  noted_ = words;
  const auto lines = wrapped(desk_, words, std::max(GetClientSize().x - FromDIP(56), FromDIP(200)), Type::small);
  if (note_->GetLabel() == lines) return;
  note_->SetLabel(lines);
  Layout();
}

void PluginsPage::take(const Event& event) {
  if (std::holds_alternative<NodeDescribed>(event)) rebuild();
}

void PluginsPage::rebuild() {
  const auto& node = *desk_.node;
  summary_->SetLabel(shown(plugins_summary(node, *desk_.language)));
  if (!node.problem.empty()) {
    note(fill(desk_.say("That did not work: {detail}"), {{"detail", visible_line(node.problem)}}));
    note_->SetForegroundColour(solid(desk_.colours->alert_text));
  }
  cards_->Freeze();
  cards_->DestroyChildren();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  // Not while the button that was pressed is still at it: what it does may make the cards anew.
  PluginCard::Actions actions{[this](const PluginFacts& plugin) { CallAfter([this, plugin] { toggle(plugin); }); },
                              [this](const PluginFacts& plugin) { CallAfter([this, plugin] { show_log(plugin); }); }};
  if (!node.keeps) {
    actions.toggle = {};
    note(desk_.say("The practice sea keeps no choices."));
  }
  const auto add = [&](const PluginFacts& plugin) {
    auto* card = new PluginCard(cards_, desk_, plugin,
                                node.keeps ? why_it_stays(node, plugin, *desk_.language) : std::string(), actions);
    sizer->Add(card, wxSizerFlags().Expand().Border(wxRIGHT | wxBOTTOM, FromDIP(12)));
  };
  auto plugins = node.plugins;
  for (const auto& id : node.absent)
    plugins.push_back({id,
                       {},
                       {},
                       {},
                       {},
                       {},
                       PluginFacts::State::refused,
                       desk_.say("The profile names it, but it is in no plugin folder."),
                       true});
  // What needs the person first, then what runs.
  const auto rank = [](const PluginFacts& plugin) {
    return plugin.state == PluginFacts::State::refused ? 0 : plugin.state == PluginFacts::State::runs ? 1 : 2;
  };
  for (const int wanted : {0, 1, 2})
    for (const auto& plugin : plugins)
      if (rank(plugin) == wanted) add(plugin);
  cards_->SetSizer(sizer, true);
  cards_->FitInside();
  cards_->Layout();
  cards_->Thaw();
}

void PluginsPage::toggle(const PluginFacts& plugin) {
  plugin.next ? desk_.feed.disable_plugin(plugin.id) : desk_.feed.enable_plugin(plugin.id);
}

void PluginsPage::show_log(const PluginFacts& plugin) {
  LogSheet sheet(this, desk_, desk_.node->data_dir + "/log/p2pchat.log", plugin.id);
  sheet.ShowModal();
}

}  // namespace p2pchat::wx_gui
