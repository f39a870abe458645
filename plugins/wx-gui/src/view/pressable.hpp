// SPDX-License-Identifier: MIT
#pragma once
#include "view/icons.hpp"

#include <functional>

namespace p2pchat::wx_gui {

/// A control that draws itself and does one thing when it is clicked, or when Enter or Space is pressed on it.
class Pressable : public wxWindow {
 public:
  Pressable(wxWindow* parent, const Desk& desk, const std::string& name, std::function<void()> action);
  void press() { action_(); }

 protected:
  /// Draws everything but the ring of focus.
  virtual void draw_face(Painter& painter, const Box& all) = 0;
  /// The colour behind the control.
  virtual Colour ground() const { return desk_.colours->canvas; }
  /// Draws what is behind the control, where that is more than a colour.
  virtual void draw_ground(Painter&, const Box&) {}
  virtual double radius() const { return 10; }
  bool hovered() const { return hovered_; }
  const Desk& desk_;

 private:
  void on_key(wxKeyEvent& event);
  void on_paint(wxPaintEvent&);
  std::function<void()> action_;
  bool hovered_ = false;
};

/// A pill with words: filled for the one thing to do, quiet for others.
class TextButton : public Pressable {
 public:
  enum class Kind { main, quiet, danger };
  TextButton(wxWindow* parent, const Desk& desk, const std::string& words, std::function<void()> action, Kind kind,
             Colour ground);
  /// Shows the keys that do the same, behind the words; empty: there are none.
  void show_keys(const std::string& keys);
  /// Shows it as the chosen one of several.
  void choose(bool chosen);

 private:
  void draw_face(Painter& painter, const Box& all) override;
  Colour ground() const override { return ground_; }
  double radius() const override { return 18; }
  void draw_words(Painter& painter, const Box& pill, Colour colour);
  wxString words_, keys_;
  Kind kind_;
  Colour ground_;
};

/// A round control with a picture.
class IconButton final : public Pressable {
 public:
  enum class Kind { plain, filled };
  IconButton(wxWindow* parent, const Desk& desk, Icon icon, const std::string& name, std::function<void()> action,
             Colour ground, Kind kind = Kind::plain);

 private:
  void draw_face(Painter& painter, const Box& all) override;
  Colour ground() const override { return ground_; }
  double radius() const override { return 18; }
  Icon icon_;
  Colour ground_;
  Kind kind_;
};

}  // namespace p2pchat::wx_gui
