// SPDX-License-Identifier: MIT
#include "view/settings_section.hpp"

#include "view/access.hpp"
#include "view/paragraph.hpp"

#include <wx/wrapsizer.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int help_width = 560, names_width = 190, names_gap = 12, acts_width = 240, keys_width = 150;
constexpr int least_beside = 260;  // for a value beside its name; else it stands below

}  // namespace

SettingsSection::SettingsSection(wxWindow* parent, const Desk& desk, int room)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_NONE),
      desk_(desk),
      room_(room),
      rows_(new wxBoxSizer(wxVERTICAL)) {
  SetBackgroundColour(solid(desk.colours->canvas));
  SetScrollRate(0, FromDIP(16));
}

wxStaticText* SettingsSection::label(const std::string& words, Type type, Colour colour, int room) {
  const auto width = std::min(room, FromDIP(help_width));
  auto* made = new wxStaticText(this, wxID_ANY, wrapped(desk_, words, width, type));
  made->SetFont(desk_.fonts[type]);
  made->SetForegroundColour(solid(colour));
  return made;
}

void SettingsSection::heading(const std::string& words) {
  rows_->Add(label(words, Type::title, desk_.colours->text, room_), wxSizerFlags().Border(wxBOTTOM, FromDIP(6)));
}

void SettingsSection::words(const std::string& words) {
  rows_->Add(label(words, Type::body, desk_.colours->secondary_text, room_),
             wxSizerFlags().Border(wxBOTTOM, FromDIP(12)));
}

void SettingsSection::choices(const std::vector<Choice>& choices) {
  auto* row = new wxWrapSizer(wxHORIZONTAL);
  for (const auto& choice : choices)
    row->Add(new TextButton(this, desk_, choice.words, choice.choose,
                            choice.chosen ? TextButton::Kind::main : TextButton::Kind::quiet, desk_.colours->canvas),
             wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
  rows_->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(16)));
}

void SettingsSection::action(const std::string& words, std::function<void()> action) {
  choices({{words, false, std::move(action)}});
}

void SettingsSection::fact(const std::string& name, const std::string& value) {
  const auto beside = room_ - FromDIP(names_width + names_gap);
  const bool below = beside < FromDIP(least_beside);
  auto* row = new wxBoxSizer(below ? wxVERTICAL : wxHORIZONTAL);
  auto* title = label(name, Type::body, desk_.colours->secondary_text, below ? room_ : FromDIP(names_width));
  if (!below) title->SetMinSize(wxSize(FromDIP(names_width), -1));
  row->Add(title, wxSizerFlags().Border(wxRIGHT, FromDIP(below ? 0 : names_gap)));
  row->Add(label(value, Type::body, desk_.colours->text, below ? room_ : beside));
  rows_->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(7)));
}

void SettingsSection::fact_to_change(const std::string& name, const std::string& value, Fact fact,
                                     std::function<void()> change) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto type = fact == Fact::changed ? Type::strong : Type::body;
  const auto width = std::min(FromDIP(acts_width), room_ - FromDIP(keys_width + names_gap));
  auto* title = label(name, type, desk_.colours->text, width);
  title->SetMinSize(wxSize(width, -1));
  auto* button = new TextButton(this, desk_, value, std::move(change), TextButton::Kind::quiet, desk_.colours->canvas);
  name_for_access(*button, fill(desk_.say("{what}: {plugin}"), {{"what", name}, {"plugin", value}}));
  row->Add(title, wxSizerFlags().Centre().Border(wxRIGHT, FromDIP(12)));
  row->Add(button);
  rows_->Add(row, wxSizerFlags().Border(wxBOTTOM, FromDIP(4)));
}

void SettingsSection::finish() {
  SetSizer(rows_);
  FitInside();
}

}  // namespace p2pchat::wx_gui
