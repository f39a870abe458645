// SPDX-License-Identifier: MIT
#include "view/placeholder.hpp"

#include "view/access.hpp"
#include "view/gtk_function.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr int after_its_own = 1;  // G_CONNECT_AFTER
constexpr int whole_widget = 1;   // GTK_TEXT_WINDOW_WIDGET

}  // namespace

Placeholder::Placeholder(wxTextCtrl& text, const Desk& desk) : text_(text), desk_(desk), widget_(widget_of(text)) {
  auto* connect =
      gtk_function<unsigned long(void*, const char*, void (*)(), void*, void (*)(), int)>("g_signal_connect_data");
  if (!widget_ || !connect) return;
  const auto hear = [&](const char* what, auto* call) {
    heard_.push_back(connect(widget_, what, reinterpret_cast<void (*)()>(call), this, nullptr, after_its_own));
  };
  hear("draw", &Placeholder::drawn);
  hear("preedit-changed", &Placeholder::composing);
}

Placeholder::~Placeholder() {
  auto* forget = gtk_function<void(void*, unsigned long)>("g_signal_handler_disconnect");
  for (const auto each : heard_) forget(widget_, each);
}

void Placeholder::say(const std::string& words, const std::string& more) {
  words_ = shown(words), more_ = shown(more);
  text_.Refresh();
}

int Placeholder::drawn(void*, void* cairo, Placeholder* self) {
  if (!self->composing_ && !self->words_.empty() && self->text_.IsEmpty()) self->draw(cairo);
  return 0;  // it is not for us to say that all is drawn
}

void Placeholder::composing(void*, const char* letters, Placeholder* self) {
  self->composing_ = letters && *letters;
  self->text_.Refresh();
}

void Placeholder::draw(void* cairo) {
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::CreateFromNative(cairo));
  if (!context) return;
  Painter painter(*context, desk_, text_);
  const double room = text_.GetClientSize().x;
  const auto colour = desk_.colours->secondary_text;
  const auto both = words();
  if (!more_.empty() && painter.width(both, Type::body) <= room) return painter.text(both, 0, 0, Type::body, colour);
  painter.text(painter.fitting(words_, room, Type::body), 0, 0, Type::body, colour);
}

}  // namespace p2pchat::wx_gui
