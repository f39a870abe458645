// SPDX-License-Identifier: MIT
#include "view/sheet.hpp"

#include "view/note_paper.hpp"
#include "view/paragraph.hpp"
#include "view/read_only_text.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int words_width = 440, paper_edge = 12;

wxStaticText* label(wxWindow* parent, const Desk& desk, const wxString& words, Type type, Colour colour) {
  auto* text = new wxStaticText(parent, wxID_ANY, words);
  text->SetFont(desk.fonts[type]);
  text->SetForegroundColour(solid(colour));
  return text;
}

}  // namespace

Sheet::Sheet(wxWindow* parent, const Desk& desk, const std::string& title)
    : wxDialog(parent, wxID_ANY, shown(title)), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->canvas));
  rows_ = new wxBoxSizer(wxVERTICAL);
  buttons_ = new wxBoxSizer(wxHORIZONTAL);
  rows_->Add(label(this, desk, shown(title), Type::title, desk.colours->text),
             wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
  said_ = label(this, desk, wxString(), Type::small, desk.colours->alert_text);
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    if (event.IsShown()) CallAfter([this] { Fit(), Layout(); });  // letters of another font may be higher than thought
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
    if (event.GetKeyCode() == WXK_ESCAPE) return EndModal(wxID_CANCEL);
    if (main_ && enter && event.GetModifiers() == wxMOD_CONTROL) return main_->press();
    event.Skip();
  });
}

void Sheet::add_words(const std::string& words) {
  auto* text = label(this, desk_, wrapped(desk_, words, FromDIP(words_width), Type::body), Type::body,
                     desk_.colours->secondary_text);
  rows_->Add(text, wxSizerFlags().Border(wxBOTTOM, FromDIP(10)));
}

wxStaticText* Sheet::add_heading(const std::string& words) {
  auto* text =
      label(this, desk_, wrapped(desk_, words, FromDIP(words_width), Type::large), Type::large, desk_.colours->text);
  rows_->Add(text, wxSizerFlags().Border(wxBOTTOM, FromDIP(10)));
  return text;
}

void Sheet::add_view(wxWindow* view) { rows_->Add(view, wxSizerFlags().Centre().Border(wxBOTTOM, FromDIP(10))); }

void Sheet::add_paper(const std::string& text) {
  rows_->Add(new NotePaper(this, desk_, text, FromDIP(words_width + 2 * paper_edge)),
             wxSizerFlags(1).Expand().Border(wxBOTTOM, FromDIP(12)));
}

void Sheet::add_quote(const std::string& link) {
  const auto ground = desk_.colours->card;
  const auto lines = paragraph_height(desk_, link, FromDIP(words_width - 20), Type::body);
  const auto height = std::clamp(static_cast<int>(lines) + FromDIP(8), FromDIP(40), FromDIP(150));
  auto* card = new wxPanel(this);
  card->SetBackgroundColour(solid(ground));
  auto* quote = read_only_text(card, link, desk_.say("Link"), wxSize(FromDIP(words_width), height),
                               {desk_.fonts[Type::body], desk_.colours->text, ground});
  auto* edge = new wxBoxSizer(wxVERTICAL);
  edge->Add(quote, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(paper_edge)));
  card->SetSizer(edge);
  rows_->Add(card, wxSizerFlags(1).Expand().Border(wxBOTTOM, FromDIP(12)));
}

void Sheet::add_listing(const std::string& text) {
  auto* listing = read_only_text(
      this, text, desk_.say("Log"), FromDIP(wxSize(760, 360)),
      {wxFont(wxFontInfo(9).Family(wxFONTFAMILY_TELETYPE)), desk_.colours->text, desk_.colours->card, wxTE_DONTWRAP});
  listing->SetInsertionPointEnd();  // the newest lines
  rows_->Add(listing, wxSizerFlags(1).Expand().Border(wxBOTTOM, FromDIP(12)));
}

Field* Sheet::add_field(const std::string& name, const std::string& value, Field::Lines lines) {
  rows_->Add(label(this, desk_, shown(name), Type::small, desk_.colours->secondary_text));
  auto* field = new Field(this, desk_, name, lines, desk_.colours->canvas);
  field->SetMinSize(FromDIP(wxSize(words_width, lines == Field::Lines::several ? 84 : 38)));
  field->set_value(value);
  rows_->Add(field, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(5)));
  return field;
}

wxStaticText* Sheet::add_note(const std::string& words) {
  auto* note = label(this, desk_, shown(words), Type::small, desk_.colours->secondary_text);
  rows_->Add(note, wxSizerFlags().Border(wxBOTTOM, FromDIP(10)));
  return note;
}

void Sheet::add_choices(const std::string& name, const std::vector<std::string>& words, std::size_t chosen,
                        std::function<void(std::size_t)> choose) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(label(this, desk_, shown(name), Type::body, desk_.colours->secondary_text), wxSizerFlags().Centre());
  const auto buttons = std::make_shared<std::vector<TextButton*>>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto take = [buttons, choose, i] {
      for (auto* button : *buttons) button->choose(button == (*buttons)[i]);
      choose(i);
    };
    const auto kind = i == chosen ? TextButton::Kind::main : TextButton::Kind::quiet;
    buttons->push_back(new TextButton(this, desk_, words[i], take, kind, desk_.colours->canvas));
    row->Add(buttons->back(), wxSizerFlags().Border(wxLEFT, FromDIP(8)));
  }
  rows_->Add(row, wxSizerFlags().Border(wxBOTTOM, FromDIP(6)));
}

void Sheet::add_action(const std::string& words, std::function<void()> action) {
  rows_->Add(new TextButton(this, desk_, words, std::move(action), TextButton::Kind::quiet, desk_.colours->canvas),
             wxSizerFlags().Border(wxBOTTOM, FromDIP(10)));
}

std::function<void(const sdk::Id&)> Sheet::closed_then(std::function<void(const sdk::Id&)> next) {
  return [this, next = std::move(next)](const sdk::Id& who) {
    if (IsModal()) EndModal(wxID_OK);
    next(who);
  };
}

TextButton* Sheet::add_button(const std::string& words, std::function<void()> action, TextButton::Kind kind) {
  auto* button = new TextButton(this, desk_, words, std::move(action), kind, desk_.colours->canvas);
  buttons_->Add(button, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
  if (kind == TextButton::Kind::main) main_ = button;
  return button;
}

void Sheet::say(const std::string& words, Tone tone) {
  said_->SetForegroundColour(solid(colour_of(*desk_.colours, tone)));
  said_->SetLabel(wrapped(desk_, words, FromDIP(words_width), Type::small));
  Fit();
}

void Sheet::finish() {
  rows_->Add(said_, wxSizerFlags().Border(wxTOP, FromDIP(6)));
  rows_->Add(buttons_, wxSizerFlags().Right().Border(wxTOP, FromDIP(12)));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(rows_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
  SetSizerAndFit(outer);
  CentreOnParent();
  if (main_ && buttons_->GetItemCount() == 1) main_->SetFocus();  // where there is a choice, Enter makes none by itself
}

}  // namespace p2pchat::wx_gui
