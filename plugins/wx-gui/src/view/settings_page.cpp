// SPDX-License-Identifier: MIT
#include "view/settings_page.hpp"

#include "view/text.hpp"

namespace p2pchat::wx_gui {

SettingsPage::SettingsPage(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->canvas));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  auto* title = new wxStaticText(this, wxID_ANY, shown(desk.say("Settings")));
  title->SetFont(desk.fonts[Type::large]);
  title->SetForegroundColour(solid(desk.colours->text));
  rows->Add(title, wxSizerFlags().Border(wxBOTTOM, FromDIP(18)));
  const auto look = [&](const char* words, Appearance appearance) {
    return Choice{desk.say(words), desk.state.appearance == appearance, [this, appearance] { choose(appearance); }};
  };
  add_section(
      rows, desk.say("Appearance"), desk.say("Automatic follows the look of your desktop."),
      {look("Automatic", Appearance::automatic), look("Light", Appearance::light), look("Dark", Appearance::dark)});
  const auto language = [&](const std::string& words, const std::string& code) {
    return Choice{words, desk.state.language == code, [this, code] { choose_language(code); }};
  };
  add_section(rows, desk.say("Language"), desk.say("The system's language is used when there is a translation."),
              {language(desk.say("System"), ""), language("English", "en"), language("简体中文", "zh_CN")});
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(rows, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(28)));
  SetSizer(outer);
}

void SettingsPage::add_section(wxSizer* rows, const std::string& title, const std::string& words,
                               const std::vector<Choice>& choices) {
  const auto label = [&](const std::string& text, Type type, Colour colour) {
    auto* made = new wxStaticText(this, wxID_ANY, shown(text));
    made->SetFont(desk_.fonts[type]);
    made->SetForegroundColour(solid(colour));
    rows->Add(made, wxSizerFlags().Border(wxBOTTOM, FromDIP(4)));
  };
  label(title, Type::strong, desk_.colours->text);
  label(words, Type::small, desk_.colours->secondary_text);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  for (const auto& choice : choices)
    row->Add(new TextButton(this, desk_, choice.words, choice.choose,
                            choice.chosen ? TextButton::Kind::main : TextButton::Kind::quiet, desk_.colours->canvas),
             wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
  rows->Add(row, wxSizerFlags().Border(wxTOP, FromDIP(6)).Border(wxBOTTOM, FromDIP(24)));
}

void SettingsPage::choose(Appearance appearance) {
  desk_.state.appearance = appearance;
  desk_.state_changed();
}

void SettingsPage::choose_language(const std::string& language) {
  desk_.state.language = language;
  desk_.state_changed();
}

}  // namespace p2pchat::wx_gui
