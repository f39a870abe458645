// SPDX-License-Identifier: MIT
#pragma once
#include "model/motion.hpp"
#include "presented.hpp"
#include "shell/lifetime.hpp"
#include "view/beach_painter.hpp"
#include "view/departure_bar.hpp"
#include "view/list_mirror.hpp"

namespace p2pchat::wx_gui {

/// The picture of the beach: others' bottles on the sand, mine in the sea. Arrow keys walk, Enter opens.
class BeachPage final : public wxWindow {
 public:
  BeachPage(wxWindow* parent, Desk& desk);
  /// A note that still waits leaves at once: who threw it meant it.
  ~BeachPage() override;
  /// Fetches the bottles again.
  void refresh_bottles();
  void throw_bottle();
  /// Throws a note, after a while in which it can be taken back.
  void send_off(const ThrownNote& note) { departure_->hold(note); }
  DepartureBar& departure() { return *departure_; }
  /// Changes between the picture and the same as a list.
  void toggle_mirror();
  ListMirror& mirror() { return *mirror_; }
  /// Shows a bottle in a sheet.
  void open(const sdk::Id& bottle);
  const Beach& beach() const { return beach_; }
  /// Whether bottles sway: there are some at sea, one looks at them, and neither the person nor the desktop minds.
  bool moves() const { return clock_.IsRunning(); }
  /// Called when the number of unread bottles may have changed.
  std::function<void(std::size_t)> unread_changed;
  /// Called when somebody was asked to chat because of a bottle.
  std::function<void(const sdk::Id&)> chat_begun;

 private:
  class SkyButton;
  void draw(Painter& painter, const Box& all);
  void draw_bottle(BeachPainter& beach, const Box& all, const PlacedBottle& placed);
  void draw_labels(BeachPainter& beach, const Box& all);
  void draw_title(Painter& painter, const Scene& scene, const Box& all);
  Box place_of(const PlacedBottle& placed, const Box& all) const;
  const Bottle* find(const sdk::Id& id) const;
  const Scene& scene() const;
  void on_activate(wxActivateEvent& event);
  void on_click(wxMouseEvent& event);
  void on_key(wxKeyEvent& event);
  void on_tab(wxKeyEvent& event);
  /// Makes it the chosen bottle, and says which that is.
  void choose(const sdk::Id& bottle);
  void walk(int step);
  void arranged();
  void watch();
  void tick();
  void mirror_bottles();
  void write_note(const ThrownNote& note);
  void cast(const ThrownNote& note);

  Desk& desk_;
  Beach beach_;
  std::vector<PlacedBottle> placed_;
  sdk::Id chosen_;
  TextButton* throw_;
  DepartureBar* departure_;
  ListMirror* mirror_;
  std::vector<sdk::Id> mirrored_;
  wxBitmap landscape_;  // drawn once for a size and an hour
  wxSize landscape_size_;
  const Scene* landscape_scene_ = nullptr;
  wxTimer clock_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
