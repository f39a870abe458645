// SPDX-License-Identifier: MIT
#pragma once
#include "model/node_description.hpp"
#include "view/pressable.hpp"

#include <wx/scrolwin.h>

namespace p2pchat::wx_gui {

/// Every plugin there is as a card. What is switched on or off changes at the next start, and the page says so.
class PluginsPage final : public wxPanel {
 public:
  PluginsPage(wxWindow* parent, Desk& desk);
  void take(const Event& event);
  /// Switches a plugin on when it is off from the next start on, or the other way round.
  void toggle(const PluginFacts& plugin);
  void show_log(const PluginFacts& plugin);

 private:
  void rebuild();
  void note(const std::string& words);
  Desk& desk_;
  wxStaticText *summary_, *note_;
  std::string noted_;
  wxScrolledWindow* cards_;
};

}  // namespace p2pchat::wx_gui
