// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// A note on its way into the sea.
struct ThrownNote {
  std::string text;
  std::uint32_t ttl_s = 0;
};

/// Holds a note for five seconds, in which it can be taken back.
class DepartureBar final : public wxPanel {
 public:
  /// `gone` throws a note; `taken_back` gives it back to be written on.
  using Taker = std::function<void(const ThrownNote&)>;
  DepartureBar(wxWindow* parent, const Desk& desk, Taker gone, Taker taken_back);
  /// Lets a note wait; one that waits already leaves now.
  void hold(ThrownNote note);
  /// Says why a note could not leave, and keeps it.
  void refuse(ThrownNote note, const std::string& why);
  bool waiting() const { return timer_.IsRunning(); }
  void let_go();
  void take_back();

 private:
  void tick();
  void say(const std::string& words);
  const Desk& desk_;
  Taker gone_, taken_back_;
  ThrownNote note_;
  wxTimer timer_;
  int seconds_left_ = 0;
  wxStaticText* words_;
  TextButton *undo_, *again_;
};

}  // namespace p2pchat::wx_gui
