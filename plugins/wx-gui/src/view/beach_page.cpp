// SPDX-License-Identifier: MIT
#include "view/beach_page.hpp"

#include "canvas/labels.hpp"
#include "model/mirror.hpp"
#include "model/words.hpp"
#include "text/time_words.hpp"
#include "view/access.hpp"
#include "view/bottle_sheets.hpp"
#include "view/desktop_motion.hpp"
#include "view/text.hpp"

#include <wx/dcmemory.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int frame_ms = 83;  // twelve a second

}  // namespace

/// A button with the sky behind it.
class BeachPage::SkyButton final : public TextButton {
 public:
  SkyButton(BeachPage& page, Desk& desk)
      : TextButton(
            &page, desk, desk.say("Throw a bottle"), [&page] { page.throw_bottle(); }, Kind::main,
            page.scene().sky_top),
        page_(page) {
    show_keys(chord_text(desk.state.keys.of(Act::throw_bottle)));
  }

 private:
  void draw_ground(Painter& painter, const Box&) override {
    const auto at = GetPosition();
    if (page_.landscape_.IsOk())
      painter.gc.DrawBitmap(page_.landscape_, -at.x, -at.y, page_.landscape_size_.x, page_.landscape_size_.y);
  }
  const BeachPage& page_;
};

BeachPage::BeachPage(wxWindow* parent, Desk& desk)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS), desk_(desk) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  name_for_access(*this, desk.say("Beach"));
  throw_ = new SkyButton(*this, desk);
  auto* top = new wxBoxSizer(wxHORIZONTAL);
  top->AddStretchSpacer();
  top->Add(throw_, wxSizerFlags().Border(wxALL, FromDIP(22)));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(top, wxSizerFlags().Expand());
  departure_ = new DepartureBar(
      this, desk, [this](const ThrownNote& note) { cast(note); }, [this](const ThrownNote& note) { write_note(note); });
  rows->Add(departure_, wxSizerFlags().Centre().Border(wxBOTTOM, FromDIP(10)));
  mirror_ = new ListMirror(this, desk, desk.say("Bottles"), [this](std::size_t row) {
    if (row < mirrored_.size()) CallAfter([this, id = mirrored_[row]] { open(id); });
  });
  mirror_->Hide();
  rows->Add(mirror_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(28)));
  SetSizer(rows);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    paint(*this, desk_, scene().sky_top, [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) { Refresh(), event.Skip(); });
  Bind(wxEVT_LEFT_UP, &BeachPage::on_click, this);
  Bind(wxEVT_KEY_DOWN, &BeachPage::on_key, this);
  Bind(wxEVT_CHAR_HOOK, &BeachPage::on_tab, this);
  clock_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) { event.Skip(), CallAfter([this] { watch(); }); });
  parent->Bind(wxEVT_ACTIVATE, &BeachPage::on_activate, this);
  refresh_bottles();
}

BeachPage::~BeachPage() {
  GetParent()->Unbind(wxEVT_ACTIVATE, &BeachPage::on_activate, this);
  departure_->let_go();
}

void BeachPage::on_activate(wxActivateEvent& event) {
  event.Skip();
  CallAfter([this] { watch(); });
}

// Begins to move, or holds still.
void BeachPage::watch() {
  auto* frame = dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(this));
  const bool looked_at = IsShownOnScreen() && !mirror_->IsShown() && frame && frame->IsActive();
  const bool at_sea = std::ranges::any_of(placed_, &PlacedBottle::mine);
  const bool moves = looked_at && at_sea && desk_.state.motion == Motion::automatic && desktop_moves();
  if (moves == clock_.IsRunning()) return;
  moves ? static_cast<void>(clock_.Start(frame_ms)) : clock_.Stop();
  Refresh();
}

void BeachPage::tick() {
  watch();
  const auto size = GetClientSize();  // only the sea
  if (moves())
    RefreshRect(wxRect(0, static_cast<int>(size.y * (horizon - 0.08)), size.x,
                       static_cast<int>(size.y * (shore - horizon + 0.16))),
                false);
}

const Scene& BeachPage::scene() const {
  const auto theme = desk_.colours == &palette(Theme::dark) ? Theme::dark : Theme::light;
  return scene_at(hour_of(desk_.now_ms()), theme);
}

void BeachPage::refresh_bottles() {
  desk_.feed.bottles().beach(lifetime_.hold([this](const sdk::Status& status, const std::vector<Bottle>& found) {
    if (!status.ok()) return;
    beach_.found = found;
    arranged();
  }));
  desk_.feed.bottles().mine(lifetime_.hold([this](const sdk::Status& status, const std::vector<Journey>& mine) {
    if (!status.ok()) return;
    beach_.mine = mine;
    arranged();
  }));
}

void BeachPage::arranged() {
  placed_ = place_bottles(beach_, desk_.now_ms(), placed_);
  mirror_bottles();
  if (unread_changed)
    unread_changed(static_cast<std::size_t>(std::ranges::count(beach_.found, sdk::Voyage::unread, &Bottle::voyage)));
  watch();
  Refresh();
}

const Bottle* BeachPage::find(const sdk::Id& id) const {
  if (const auto found = std::ranges::find(beach_.found, id, &Bottle::id); found != beach_.found.end()) return &*found;
  for (const auto& journey : beach_.mine)
    if (journey.bottle.id == id) return &journey.bottle;
  return nullptr;
}

/// The square a bottle fills.
Box BeachPage::place_of(const PlacedBottle& placed, const Box& all) const {
  const auto scale = FromDIP(100) / 100.0;
  const auto size = placed.mine ? (26 + 44 * placed.y) * scale : 92 * scale;
  const auto top = all.height * (placed.mine ? horizon + 0.02 : shore + 0.06);
  const auto room =
      all.height * (placed.mine ? shore - horizon - 0.07 : 1 - shore - 0.08) - (placed.mine ? 0 : 76 * scale);
  const auto x = placed.x * all.width, y = top + placed.y * room + (placed.mine ? 0 : 34 * scale);
  return {x - size / 2, y - size / 2, size, size};
}

void BeachPage::draw(Painter& painter, const Box& all) {
  const auto& now = scene();
  const wxSize size(static_cast<int>(all.width), static_cast<int>(all.height));
  if (size.x <= 0 || size.y <= 0) return;
  if (!landscape_.IsOk() || landscape_size_ != size || landscape_scene_ != &now) {
    landscape_.CreateScaled(size.x, size.y, wxBITMAP_SCREEN_DEPTH, GetContentScaleFactor());
    landscape_size_ = size;
    landscape_scene_ = &now;
    wxMemoryDC device(landscape_);
    std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(device));
    Painter once(*context, desk_, *this);
    BeachPainter(once, now, all).landscape();
    throw_->Refresh();
  }
  painter.gc.DrawBitmap(landscape_, 0, 0, all.width, all.height);
  BeachPainter beach(painter, now, all);
  for (const auto& placed : placed_) draw_bottle(beach, all, placed);
  draw_labels(beach, all);
  if (const auto chosen = std::ranges::find(placed_, chosen_, &PlacedBottle::id); chosen != placed_.end() && HasFocus())
    painter.frame(place_of(*chosen, all), painter.look.focus, painter.dip(2), painter.dip(12));
  draw_title(painter, now, all);
}

void BeachPage::draw_bottle(BeachPainter& beach, const Box& all, const PlacedBottle& placed) {
  const auto* bottle = find(placed.id);
  if (!bottle) return;
  const auto box = place_of(placed, all);
  const bool news = placed.mine && bottle->answers > 0;
  const bool unread = !placed.mine && bottle->voyage == sdk::Voyage::unread;
  const auto sway = placed.mine && moves() ? sway_of(placed.id, desk_.now_ms()) : Sway{};
  beach.bottle({box.x + box.width / 2, box.y + box.height * (0.5 + sway.lift), box.height, placed.turn + sway.turn,
                unread || news, !placed.mine && !unread && bottle->voyage != sdk::Voyage::kept,
                bottle->voyage != sdk::Voyage::answered || placed.mine, !placed.mine});
}

// The chosen bottle's first: it is the one that must be read.
void BeachPage::draw_labels(BeachPainter& beach, const Box& all) {
  std::vector<wxString> words;
  std::vector<Box> wished;
  const auto add = [&](const PlacedBottle& placed) {
    const auto* bottle = find(placed.id);
    const bool is_far = placed.mine && placed.y <= 0.5 && chosen_ != placed.id;
    if (!bottle || is_far) return;
    const auto box = place_of(placed, all);
    words.push_back(shown(placed.mine ? voyage_words(*bottle, *desk_.language)
                                      : found_words(*bottle, desk_.now_ms(), *desk_.language)));
    wished.push_back(beach.label_place(words.back(), box.x + box.width / 2, box.y + box.height));
  };
  for (const auto& placed : placed_)
    if (placed.id == chosen_) add(placed);
  for (const auto& placed : placed_)
    if (placed.id != chosen_) add(placed);
  const auto places = apart(wished, FromDIP(2), all.height);
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i]) beach.label(words[i], *places[i]);
}

void BeachPage::draw_title(Painter& painter, const Scene& now, const Box& all) {
  const auto title = shown(desk_.say("Beach"));
  painter.text(title, painter.dip(28), painter.dip(20), Type::large, now.on_sky);
  const bool bare = beach_.found.empty() && beach_.mine.empty();
  const auto words =
      bare ? desk_.say("Nothing has washed up yet. Throw a bottle?") : beach_words(beach_, *desk_.language);
  const auto beside = painter.dip(28) + painter.width(title, Type::large) + painter.dip(14);
  const bool fits = beside + painter.width(shown(words), Type::body) < throw_->GetPosition().x - painter.dip(14);
  const auto x = fits ? beside : painter.dip(28), y = painter.dip(fits ? 32 : 62);
  painter.text(painter.fitting(shown(words), all.width - x - painter.dip(28), Type::body, Words::ours), x, y,
               Type::body, now.on_sky);
}

void BeachPage::on_click(wxMouseEvent& event) {
  SetFocus();
  const auto size = GetClientSize();
  const Box all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
  for (auto placed = placed_.rbegin(); placed != placed_.rend(); ++placed) {
    auto box = place_of(*placed, all);
    const auto least = static_cast<double>(FromDIP(44));  // a small bottle far out can be hit, too
    const auto grow = std::max(0.0, (least - box.width) / 2);
    box = {box.x - grow, box.y - grow, box.width + 2 * grow, box.height + 2 * grow};
    if (!box.holds(event.GetX(), event.GetY())) continue;
    choose(placed->id);
    return CallAfter([this, id = placed->id] { open(id); });
  }
}

void BeachPage::choose(const sdk::Id& id) {
  chosen_ = id;
  Refresh();
  const auto* bottle = find(id);
  const bool mine = std::ranges::any_of(beach_.mine, [&](const Journey& each) { return each.bottle.id == id; });
  if (bottle) name_for_access(*this, bottle_line(*bottle, mine, desk_.now_ms(), *desk_.language));
}

void BeachPage::walk(int step) {
  if (placed_.empty()) return;
  const auto at = std::ranges::find(placed_, chosen_, &PlacedBottle::id) - placed_.begin();
  const auto count = static_cast<std::ptrdiff_t>(placed_.size());
  const auto next = at == count ? 0 : (at + step + count) % count;
  choose(placed_[static_cast<std::size_t>(next)].id);
}

void BeachPage::on_key(wxKeyEvent& event) {
  switch (event.GetKeyCode()) {
    case WXK_LEFT:
    case WXK_UP:
      return walk(-1);
    case WXK_RIGHT:
    case WXK_DOWN:
      return walk(1);
    case WXK_RETURN:
      if (find(chosen_)) CallAfter([this] { open(chosen_); });
      return;
    default:
      event.Skip();
  }
}

// Tab by hand: GTK passes over what stands in a window that takes the focus itself, and would not leave it again.
void BeachPage::on_tab(wxKeyEvent& event) {
  if (event.GetKeyCode() != WXK_TAB || (event.GetModifiers() & ~wxMOD_SHIFT) != 0) return event.Skip();
  std::vector<wxWindow*> stops{this, throw_};
  for (auto* button : departure_->GetChildren()) stops.push_back(button);
  stops.push_back(mirror_);
  std::erase_if(stops, [](wxWindow* each) { return !each->IsShownOnScreen() || !each->AcceptsFocus(); });
  const auto at = std::ranges::find(stops, FindFocus());
  if (at == stops.end()) return event.Skip();
  const bool back = event.ShiftDown();
  if (back ? at != stops.begin() : at + 1 != stops.end()) return back ? at[-1]->SetFocus() : at[1]->SetFocus();
  SetFocus();
  Navigate(back ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
}

void BeachPage::throw_bottle() { write_note({}); }

void BeachPage::write_note(const ThrownNote& note) {
  ThrowSheet sheet(this, desk_, [this](const ThrownNote& thrown) { send_off(thrown); });
  sheet.write(note.text);
  sheet.ShowModal();
}

void BeachPage::cast(const ThrownNote& note) {
  desk_.feed.bottles().cast(note.text, note.ttl_s,
                            lifetime_.hold([this, note](const sdk::Status& status, const sdk::Id&) {
                              if (!status.ok()) departure_->refuse(note, error_words(status, *desk_.language));
                            }));
}

void BeachPage::toggle_mirror() {
  mirror_->Show(!mirror_->IsShown());
  mirror_bottles();
  Layout();
  mirror_->IsShown() ? mirror_->SetFocus() : SetFocus();
  watch();
}

void BeachPage::mirror_bottles() {
  if (!mirror_->IsShown()) return;
  mirrored_.clear();
  std::vector<std::string> lines;
  const auto add = [&](const Bottle& bottle, bool mine) {
    mirrored_.push_back(bottle.id);
    lines.push_back(bottle_line(bottle, mine, desk_.now_ms(), *desk_.language));
  };
  for (const auto& bottle : beach_.found)
    if (bottle.voyage != sdk::Voyage::passing) add(bottle, false);
  for (const auto& journey : beach_.mine) add(journey.bottle, true);
  mirror_->show(lines);
}

void BeachPage::open(const sdk::Id& id) {
  for (const auto& journey : beach_.mine) {
    if (journey.bottle.id != id) continue;
    JourneySheet sheet(this, desk_, journey, chat_begun);
    sheet.ShowModal();
    return;
  }
  const auto* bottle = find(id);
  if (!bottle) return;
  if (bottle->voyage == sdk::Voyage::unread) desk_.feed.bottles().open(id, [](const sdk::Status&) {});
  FoundSheet sheet(this, desk_, *bottle, chat_begun);
  sheet.ShowModal();
}

}  // namespace p2pchat::wx_gui
