// SPDX-License-Identifier: MIT
#include "view/welcome_page.hpp"

#include "model/network_words.hpp"
#include "model/told_words.hpp"
#include "model/words.hpp"
#include "view/key_copy_sheets.hpp"
#include "view/paragraph.hpp"
#include "view/text.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int welcome_width = 520;
constexpr int steps = 4;

}  // namespace

WelcomePage::WelcomePage(wxWindow* parent, Desk& desk, std::function<void(Page)> done)
    : wxPanel(parent), desk_(desk), done_(std::move(done)) {
  SetBackgroundColour(solid(desk.colours->canvas));
  rebuild();
}

WelcomePage::Step WelcomePage::step() const {
  return static_cast<Step>(std::clamp(desk_.state.welcome_step, 0, steps - 1));
}

void WelcomePage::rebuild() {
  DestroyChildren();
  name_ = address_ = nullptr;
  said_words_.clear();
  rows_ = new wxBoxSizer(wxVERTICAL);
  const auto number = fill(desk_.say("Step {n} of {all}"),
                           {{"n", std::to_string(desk_.state.welcome_step + 1)}, {"all", std::to_string(steps)}});
  add_words(number, Type::small, desk_.colours->secondary_text);
  switch (step()) {
    case Step::hello:
      hello();
      break;
    case Step::name:
      name();
      break;
    case Step::identity:
      identity();
      break;
    case Step::network:
      network();
      break;
  }
  said_ = add_words({}, Type::small, desk_.colours->secondary_text);
  std::vector<TextButton*> buttons;
  if (step() != Step::hello)
    buttons.push_back(button(
        desk_.say("Back"), [this] { go_back(); }, TextButton::Kind::quiet));
  auto* main = button(
      step() == Step::network ? desk_.say("Begin") : desk_.say("Go on"), [this] { go_on(); }, TextButton::Kind::main);
  buttons.push_back(main);
  add_row(buttons);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->AddStretchSpacer(1);
  sizer->Add(rows_, wxSizerFlags().Centre());
  sizer->AddStretchSpacer(2);
  SetSizer(sizer, true);
  Layout();
  auto* first = name_ ? static_cast<wxWindow*>(&name_->text()) : address_ ? &address_->text() : nullptr;
  if (!first) first = main;
  first->CallAfter([first] { first->SetFocus(); });  // once the window is there to have it
}

void WelcomePage::hello() {
  add_words(desk_.say("Welcome to p2pChat"), Type::large, desk_.colours->text);
  add_words(desk_.say("No account and no server: messages go from you to others, encrypted. Bottles drift to whoever "
                      "finds them."),
            Type::body, desk_.colours->secondary_text);
  const auto chosen = [](bool is) { return is ? TextButton::Kind::main : TextButton::Kind::quiet; };
  const auto language = [&](const std::string& words, const std::string& code) {
    return button(
        words, [this, code] { desk_.state.language = code, desk_.state_changed(); },
        chosen(desk_.state.language == code));
  };
  add_row({language(desk_.say("System"), ""), language("English", "en"), language("简体中文", "zh_CN")});
  const auto look = [&](const std::string& words, Appearance appearance) {
    return button(
        words, [this, appearance] { desk_.state.appearance = appearance, desk_.state_changed(); },
        chosen(desk_.state.appearance == appearance));
  };
  add_row({look(desk_.say("Automatic"), Appearance::automatic), look(desk_.say("Light"), Appearance::light),
           look(desk_.say("Dark"), Appearance::dark)});
}

void WelcomePage::name() {
  add_words(desk_.say("What should others call you?"), Type::large, desk_.colours->text);
  add_words(desk_.say("Those whom you ask to chat see this name. They may call you otherwise, and you can change it."),
            Type::body, desk_.colours->secondary_text);
  name_ = add_field(desk_.say("My name"), desk_.me.name);
  // Not while the field is still at it: the next step takes it away.
  name_->text().Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { go_on(); }); });
}

void WelcomePage::identity() {
  add_words(desk_.say("Your key"), Type::large, desk_.colours->text);
  if (desk_.me.id == sdk::Id{})
    add_words(desk_.say("Your key is being made. This takes a moment."), Type::body, desk_.colours->secondary_text);
  else
    add_words(fill(desk_.say("It was made on this computer and never leaves it. Your id begins with {id}."),
                   {{"id", wire::short_hex(desk_.me.id)}}),
              Type::body, desk_.colours->secondary_text);
  if (desk_.node && !desk_.node->keeps) {
    add_words(desk_.say("In the practice sea it is gone when you close the window."), Type::body,
              desk_.colours->secondary_text);
    return;
  }
  add_words(
      desk_.say("Whoever loses it loses the name: save a copy under a passphrase, away from this computer. Do you "
                "have a key already? Then take it in."),
      Type::body, desk_.colours->secondary_text);
  if (desk_.me.id == sdk::Id{}) return;
  const auto save = [this] {
    SaveKeySheet sheet(wxGetTopLevelParent(this), desk_);
    sheet.ShowModal();
  };
  const auto restore = [this] {
    RestoreKeySheet sheet(wxGetTopLevelParent(this), desk_);
    sheet.ShowModal();
  };
  add_row({button(desk_.say("Save a copy…"), save, TextButton::Kind::quiet),
           button(desk_.say("I have a key already…"), restore, TextButton::Kind::quiet)});
}

void WelcomePage::network() {
  add_words(desk_.say("Into the network"), Type::large, desk_.colours->text);
  const bool practice = desk_.node && !desk_.node->keeps;
  add_words(practice ? desk_.say("You are in the practice sea: real nodes and scripted strangers on this computer. "
                                 "`p2pchat run` joins a real network.")
                     : desk_.say("If you know the address of a node, join through it. Otherwise begin without: you can "
                                 "join later, on the Network page."),
            Type::body, desk_.colours->secondary_text);
  if (!practice) {
    address_ = add_field(desk_.say("Its address, such as node.example.org:12476"), {});
    address_->text().Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { join(); });
    add_row({button(
        desk_.say("Join"), [this] { join(); }, TextButton::Kind::quiet)});
  }
  const auto words =
      desk_.network.empty() ? desk_.say("No word from the network yet.") : told_words(desk_.network, *desk_.language);
  add_words(words, Type::small, desk_.colours->secondary_text);
}

wxStaticText* WelcomePage::add_words(const std::string& words, Type type, Colour colour) {
  auto* made = new wxStaticText(this, wxID_ANY, wrapped(desk_, words, FromDIP(welcome_width), type));
  made->SetFont(desk_.fonts[type]);
  made->SetForegroundColour(solid(colour));
  made->SetMinSize(wxSize(FromDIP(welcome_width), -1));
  rows_->Add(made, wxSizerFlags().Border(wxBOTTOM, FromDIP(12)));
  return made;
}

Field* WelcomePage::add_field(const std::string& name, const std::string& value) {
  add_words(name, Type::small, desk_.colours->secondary_text);
  auto* field = new Field(this, desk_, name, Field::Lines::one, desk_.colours->canvas);
  field->set_value(value);
  field->SetMinSize(FromDIP(wxSize(welcome_width, 38)));
  rows_->Add(field, wxSizerFlags().Border(wxBOTTOM, FromDIP(12)));
  return field;
}

TextButton* WelcomePage::button(const std::string& words, std::function<void()> action, TextButton::Kind kind) {
  // Not while the button is still at it: what it does may take it away.
  return new TextButton(
      this, desk_, words, [this, action = std::move(action)] { CallAfter(action); }, kind, desk_.colours->canvas);
}

void WelcomePage::add_row(const std::vector<TextButton*>& buttons) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  for (auto* each : buttons) row->Add(each, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
  rows_->Add(row, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
}

void WelcomePage::say(const std::string& words, Tone tone) {
  said_words_ = words;
  said_->SetForegroundColour(solid(colour_of(*desk_.colours, tone)));
  said_->SetLabel(wrapped(desk_, words, FromDIP(welcome_width), Type::small));
  Layout();
}

void WelcomePage::go(Step step) {
  desk_.state.welcome_step = static_cast<int>(step);
  rebuild();
}

void WelcomePage::go_back() {
  if (step() != Step::hello) go(static_cast<Step>(desk_.state.welcome_step - 1));
}

void WelcomePage::go_on() {
  if (step() == Step::network) return done_(desk_.node && !desk_.node->keeps ? Page::beach : Page::chats);
  if (step() == Step::name && name_->value() != desk_.me.name) return save_name();
  go(static_cast<Step>(desk_.state.welcome_step + 1));
}

void WelcomePage::save_name() {
  say(desk_.say("Saving…"), Tone::calm);
  desk_.calls().rename(name_->value(), lifetime_.hold([this, name = name_->value()](const sdk::Status& status) {
    if (!status.ok()) return say(error_words(status, *desk_.language), Tone::trouble);
    desk_.me.name = name;
    go(Step::identity);
  }));
}

void WelcomePage::join() {
  if (address_->value().find_first_not_of(' ') == std::string::npos)
    return say(desk_.say("Write an address first."), Tone::trouble);
  say(desk_.say("Asking…"), Tone::calm);
  desk_.calls().join(address_->value(), lifetime_.hold([this](const sdk::Status& status) {
    if (step() != Step::network) return;
    say(status.ok() ? desk_.say("Joined.") : join_words(status, *desk_.language),
        status.ok() ? Tone::calm : Tone::trouble);
  }));
}

void WelcomePage::take(const Event& event) {
  const bool key = std::holds_alternative<BecameReady>(event) || std::holds_alternative<NodeDescribed>(event);
  if (key && step() == Step::identity) rebuild();
  const auto* ready = std::get_if<BecameReady>(&event);  // while the key is made, the name is not known
  if (ready && step() == Step::name && name_->value().empty()) name_->set_value(ready->me.name);
}

}  // namespace p2pchat::wx_gui
