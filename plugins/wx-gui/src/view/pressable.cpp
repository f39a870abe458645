// SPDX-License-Identifier: MIT
#include "view/pressable.hpp"

#include "view/access.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr int before_keys = 8;

}  // namespace

Pressable::Pressable(wxWindow* parent, const Desk& desk, const std::string& name, std::function<void()> action)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS),
      desk_(desk),
      action_(std::move(action)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetCursor(wxCursor(wxCURSOR_HAND));
  SetToolTip(shown(name));
  name_for_access(*this, name, Role::button);
  Bind(wxEVT_PAINT, &Pressable::on_paint, this);
  Bind(wxEVT_KEY_DOWN, &Pressable::on_key, this);
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { CallAfter([action = action_] { action(); }); });
  for (const auto& event : {wxEVT_ENTER_WINDOW, wxEVT_LEAVE_WINDOW})
    Bind(event, [this](wxMouseEvent& mouse) { hovered_ = mouse.Entering(), Refresh(); });
  for (const auto& event : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
    Bind(event, [this](wxFocusEvent& focus) { Refresh(), focus.Skip(); });
}

void Pressable::on_key(wxKeyEvent& event) {
  const auto key = event.GetKeyCode();
  if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER || key == WXK_SPACE)
    return CallAfter([action = action_] { action(); });
  if (key == WXK_TAB) {
    Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    return;
  }
  event.Skip();
}

void Pressable::on_paint(wxPaintEvent&) {
  paint(*this, desk_, ground(), [this](Painter& painter, const Box& all) {
    draw_ground(painter, all);
    draw_face(painter, all);
    if (HasFocus()) painter.frame(all, painter.look.focus, painter.dip(2), painter.dip(radius()));
  });
}

TextButton::TextButton(wxWindow* parent, const Desk& desk, const std::string& words, std::function<void()> action,
                       Kind kind, Colour ground)
    : Pressable(parent, desk, words, std::move(action)), words_(shown(words)), kind_(kind), ground_(ground) {
  SetToolTip(wxString());
  int wide = 0;
  GetTextExtent(words_, &wide, nullptr, nullptr, nullptr, &desk.fonts[Type::strong]);
  SetMinSize(wxSize(wide + FromDIP(36), FromDIP(36)));
}

void TextButton::show_keys(const std::string& keys) {
  keys_ = shown(keys);
  if (keys.empty()) return;
  int wide = 0;
  GetTextExtent(keys_, &wide, nullptr, nullptr, nullptr, &desk_.fonts[Type::small]);
  SetMinSize(GetMinSize() + wxSize(wide + FromDIP(before_keys), 0));
}

void TextButton::choose(bool chosen) {
  kind_ = chosen ? Kind::main : Kind::quiet;
  Refresh();
}

void TextButton::draw_face(Painter& painter, const Box& all) {
  const auto& look = painter.look;
  const auto inset = painter.dip(2);
  const Box pill{inset, inset, all.width - 2 * inset, all.height - 2 * inset};
  if (kind_ == Kind::main) {
    painter.fill(pill, hovered() ? mixed(look.accent, look.text, 0.12) : look.accent, pill.height / 2);
    return draw_words(painter, pill, look.on_accent);
  }
  painter.fill(pill, hovered() ? look.side_selected : look.card, pill.height / 2);
  painter.frame(pill, look.line, painter.dip(1), pill.height / 2);
  draw_words(painter, pill, kind_ == Kind::danger ? look.alert_text : look.accent_text);
}

void TextButton::draw_words(Painter& painter, const Box& pill, Colour colour) {
  if (keys_.empty()) return painter.centred(words_, pill, Type::strong, colour);
  const auto words = painter.width(words_, Type::strong) + painter.dip(before_keys);
  const auto left = pill.x + (pill.width - words - painter.width(keys_, Type::small)) / 2;
  painter.line_of_text(words_, left, pill.y, pill.height, Type::strong, colour);
  painter.line_of_text(keys_, left + words, pill.y, pill.height, Type::small, colour);
}

IconButton::IconButton(wxWindow* parent, const Desk& desk, Icon icon, const std::string& name,
                       std::function<void()> action, Colour ground, Kind kind)
    : Pressable(parent, desk, name, std::move(action)), icon_(icon), ground_(ground), kind_(kind) {
  SetMinSize(FromDIP(wxSize(38, 38)));
}

void IconButton::draw_face(Painter& painter, const Box& all) {
  const auto& look = painter.look;
  const bool filled = kind_ == Kind::filled;
  if (filled || hovered()) {
    const auto hover = filled ? mixed(look.accent, look.text, 0.12) : look.side_selected;
    painter.disc(all.width / 2, all.height / 2, all.width / 2 - painter.dip(1), hovered() ? hover : look.accent);
  }
  const auto side = painter.dip(20);
  const Box box{(all.width - side) / 2, (all.height - side) / 2, side, side};
  draw(icon_, painter, box, filled ? look.on_accent : look.secondary_text);
}

}  // namespace p2pchat::wx_gui
