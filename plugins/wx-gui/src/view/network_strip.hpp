// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// How it stands with the network, below the chats; and a way into it while nobody is reached.
class NetworkStrip final : public wxPanel {
 public:
  /// `width`: that of the words, in pixels.
  NetworkStrip(wxWindow* parent, Desk& desk, int width);
  /// The sentence about the network has changed.
  void refresh();

 private:
  void join();
  Desk& desk_;
  int width_;
  wxStaticText* words_;
  TextButton* join_;
};

}  // namespace p2pchat::wx_gui
