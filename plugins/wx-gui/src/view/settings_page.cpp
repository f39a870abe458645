// SPDX-License-Identifier: MIT
#include "view/settings_page.hpp"

#include "view/key_sheet.hpp"
#include "view/node_sections.hpp"
#include "view/text.hpp"

#include <wx/wrapsizer.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int page_margin = 28, tabs_width = 150;
constexpr int least_for_tabs_beside = 640, most_room = 820;  // device-independent pixels

}  // namespace

SettingsPage::SettingsPage(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->canvas));
  title_ = new wxStaticText(this, wxID_ANY, shown(desk.say("Settings")));
  title_->SetFont(desk.fonts[Type::large]);
  title_->SetForegroundColour(solid(desk.colours->text));
  const auto tab = [&](Section section, const std::string& name) {
    tabs_[section] = new TextButton(
        this, desk, name, [this, section] { show(section); }, TextButton::Kind::quiet, desk.colours->canvas);
  };
  tab(Section::appearance, desk.say("Appearance"));
  tab(Section::language, desk.say("Language"));
  tab(Section::notifications, desk.say("Notifications"));
  tab(Section::identity, desk.say("Identity"));
  tab(Section::chats, desk.say("Chats"));
  tab(Section::network, desk.say("Network"));
  tab(Section::beach, desk.say("Beach"));
  tab(Section::storage, desk.say("Storage"));
  tab(Section::shortcuts, desk.say("Shortcuts"));
  tab(Section::about, desk.say("About"));
  rebuild();
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (room() != built_for_) CallAfter([this] { rebuild(); });  // words are broken where there is room
  });
}

bool SettingsPage::is_narrow() const { return GetClientSize().x < FromDIP(least_for_tabs_beside); }

int SettingsPage::room() const {
  const auto taken = FromDIP(is_narrow() ? 2 * page_margin : 3 * page_margin + tabs_width);
  return std::clamp(GetClientSize().x - taken, FromDIP(200), FromDIP(most_room));
}

void SettingsPage::arrange() {
  SetSizer(nullptr);  // frees whoever stands in the former one
  const bool narrow = is_narrow();
  wxSizer* names = narrow ? new wxWrapSizer(wxHORIZONTAL) : new wxBoxSizer(wxVERTICAL);
  for (const auto& [section, tab] : tabs_)
    names->Add(tab, wxSizerFlags().Expand().Border(wxBOTTOM | (narrow ? wxRIGHT : 0), FromDIP(6)));
  auto* side = new wxBoxSizer(wxVERTICAL);
  side->Add(title_, wxSizerFlags().Border(wxBOTTOM, FromDIP(16)));
  side->Add(names, wxSizerFlags().Expand());
  auto* sizer = new wxBoxSizer(narrow ? wxVERTICAL : wxHORIZONTAL);
  sizer->Add(side, wxSizerFlags().Expand().Border(wxALL, FromDIP(page_margin)));
  const auto sides = narrow ? wxLEFT | wxRIGHT | wxBOTTOM : wxTOP | wxRIGHT | wxBOTTOM;
  sizer->Add(shown_, wxSizerFlags(1).Expand().Border(sides, FromDIP(page_margin)));
  SetSizer(sizer);
  Layout();
}

void SettingsPage::show(Section section) {
  desk_.settings_section = section;
  rebuild();
}

void SettingsPage::rebuild() {
  for (const auto& [each, tab] : tabs_) tab->choose(each == desk_.settings_section);
  if (shown_) shown_->Destroy();
  built_for_ = room();
  shown_ = new SettingsSection(this, desk_, built_for_);
  switch (desk_.settings_section) {
    case Section::appearance:
      appearance(*shown_);
      break;
    case Section::language:
      language(*shown_);
      break;
    case Section::notifications:
      notifications(*shown_);
      break;
    case Section::identity:
      identity_section(*shown_, desk_);
      break;
    case Section::chats:
      chats(*shown_);
      break;
    case Section::network:
      network_section(*shown_, desk_);
      break;
    case Section::beach:
      beach_section(*shown_, desk_);
      break;
    case Section::storage:
      storage_section(*shown_, desk_);
      break;
    case Section::shortcuts:
      shortcuts(*shown_);
      break;
    case Section::about:
      about_section(*shown_, desk_);
      break;
  }
  shown_->finish();
  arrange();
}

void SettingsPage::appearance(SettingsSection& into) {
  const auto look = [&](const std::string& words, Appearance appearance) {
    return SettingsSection::Choice{words, desk_.state.appearance == appearance,
                                   [this, appearance] { choose(appearance); }};
  };
  into.heading(desk_.say("Appearance"));
  into.words(desk_.say("Automatic follows the look of your desktop."));
  into.choices({look(desk_.say("Automatic"), Appearance::automatic), look(desk_.say("Light"), Appearance::light),
                look(desk_.say("Dark"), Appearance::dark)});
  const auto motion = [&](const std::string& words, Motion chosen) {
    return SettingsSection::Choice{words, desk_.state.motion == chosen, [this, chosen] { choose(chosen); }};
  };
  into.heading(desk_.say("Motion"));
  into.words(desk_.say("Bottles sway on the waves while you look at them, unless your desktop wants less motion."));
  into.choices({motion(desk_.say("Automatic"), Motion::automatic), motion(desk_.say("Hold still"), Motion::still)});
}

void SettingsPage::language(SettingsSection& into) {
  const auto language = [&](const std::string& words, const std::string& code) {
    return SettingsSection::Choice{words, desk_.state.language == code, [this, code] { choose_language(code); }};
  };
  into.heading(desk_.say("Language"));
  into.words(desk_.say("The system's language is used when there is a translation."));
  into.choices({language(desk_.say("System"), ""), language("English", "en"), language("简体中文", "zh_CN")});
}

void SettingsPage::notifications(SettingsSection& into) {
  const auto show = [&](const std::string& words, Notices notices) {
    return SettingsSection::Choice{words, desk_.state.notices == notices, [this, notices] { choose(notices); }};
  };
  into.heading(desk_.say("Notifications"));
  into.words(desk_.say("When something comes while you look elsewhere, the desktop can say so."));
  into.choices({show(desk_.say("Name and text"), Notices::text), show(desk_.say("Name only"), Notices::names),
                show(desk_.say("None"), Notices::none)});
  into.words(desk_.say("The number of unread messages stands in the title and beside Chats in any case."));
}

void SettingsPage::chats(SettingsSection& into) {
  const auto sends = [&](const std::string& words, SendKey key) {
    return SettingsSection::Choice{words, desk_.state.send_key == key, [this, key] { choose(key); }};
  };
  into.heading(desk_.say("Chats"));
  into.words(desk_.say("What sends a message:"));
  into.choices({sends("Enter", SendKey::enter), sends("Ctrl+Enter", SendKey::ctrl_enter)});
  into.words(desk_.say(
      "What you began to write stays with its chat. Whom you mute, block or verify is in the menu of the chat, "
      "and so is the export."));
}

void SettingsPage::shortcuts(SettingsSection& into) {
  const auto& keys = desk_.state.keys;
  into.heading(desk_.say("Shortcuts"));
  into.words(desk_.say("Press a shortcut to give it other keys."));
  for (const auto act : acts()) {
    const auto chord = chord_words(keys.of(act));
    into.fact_to_change(act_words(act, *desk_.language), chord.empty() ? desk_.say("none") : chord,
                        keys.is_changed(act) ? SettingsSection::Fact::changed : SettingsSection::Fact::usual,
                        [this, act] { CallAfter([this, act] { change_keys(act); }); });
  }
  for (const auto& each : fixed_shortcuts(*desk_.language)) into.fact(each.what, each.keys);
  if (keys.is_changed())
    into.action(desk_.say("All the usual keys again"), [this] {
      desk_.state.keys.reset();
      desk_.state_changed();
    });
}

void SettingsPage::change_keys(Act act) {
  KeySheet sheet(this, desk_, act);
  if (sheet.ShowModal() == wxID_OK) desk_.state_changed();  // the keys stand in many places of the window
}

void SettingsPage::choose(Motion motion) {
  desk_.state.motion = motion;
  desk_.remember();
  CallAfter([this] { rebuild(); });  // not while the button that was pressed is still at it
}

void SettingsPage::choose(SendKey key) {
  desk_.state.send_key = key;
  desk_.state_changed();
}

void SettingsPage::choose(Appearance appearance) {
  desk_.state.appearance = appearance;
  desk_.state_changed();
}

void SettingsPage::choose_language(const std::string& language) {
  desk_.state.language = language;
  desk_.state_changed();
}

void SettingsPage::choose(Notices notices) {
  desk_.state.notices = notices;
  desk_.remember();
  CallAfter([this] { rebuild(); });  // not while the button that was pressed is still at it
}

void SettingsPage::take(const Event& event) {
  const bool connection = std::holds_alternative<NetworkStatus>(event) && desk_.settings_section == Section::network;
  if (connection || std::holds_alternative<NodeDescribed>(event) || std::holds_alternative<BecameReady>(event))
    rebuild();
}

}  // namespace p2pchat::wx_gui
