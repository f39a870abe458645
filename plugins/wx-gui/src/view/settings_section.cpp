// SPDX-License-Identifier: MIT
#include "view/settings_section.hpp"

#include "view/paragraph.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr int help_width = 560, names_width = 190;

}  // namespace

SettingsSection::SettingsSection(wxWindow* parent, const Desk& desk)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_NONE),
      desk_(desk),
      rows_(new wxBoxSizer(wxVERTICAL)) {
  SetBackgroundColour(solid(desk.colours->canvas));
  SetScrollRate(0, FromDIP(16));
}

wxStaticText* SettingsSection::label(const std::string& words, Type type, Colour colour) {
  auto* made = new wxStaticText(this, wxID_ANY, wrapped(desk_, words, FromDIP(help_width), type));
  made->SetFont(desk_.fonts[type]);
  made->SetForegroundColour(solid(colour));
  return made;
}

void SettingsSection::heading(const std::string& words) {
  rows_->Add(label(words, Type::title, desk_.colours->text), wxSizerFlags().Border(wxBOTTOM, FromDIP(6)));
}

void SettingsSection::words(const std::string& words) {
  rows_->Add(label(words, Type::body, desk_.colours->secondary_text), wxSizerFlags().Border(wxBOTTOM, FromDIP(12)));
}

void SettingsSection::choices(const std::vector<Choice>& choices) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  for (const auto& choice : choices)
    row->Add(new TextButton(this, desk_, choice.words, choice.choose,
                            choice.chosen ? TextButton::Kind::main : TextButton::Kind::quiet, desk_.colours->canvas),
             wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
  rows_->Add(row, wxSizerFlags().Border(wxBOTTOM, FromDIP(24)));
}

void SettingsSection::action(const std::string& words, std::function<void()> action) {
  choices({{words, false, std::move(action)}});
}

void SettingsSection::fact(const std::string& name, const std::string& value) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* title = label(name, Type::body, desk_.colours->secondary_text);
  title->SetMinSize(wxSize(FromDIP(names_width), -1));
  row->Add(title, wxSizerFlags().Border(wxRIGHT, FromDIP(12)));
  row->Add(label(value, Type::body, desk_.colours->text), wxSizerFlags(1));
  rows_->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(7)));
}

void SettingsSection::finish() {
  SetSizer(rows_);
  FitInside();
}

}  // namespace p2pchat::wx_gui
