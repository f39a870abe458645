// SPDX-License-Identifier: MIT
#pragma once
#include "model/live_lookups.hpp"
#include "model/network_view.hpp"
#include "view/painter.hpp"

namespace p2pchat::wx_gui {

/// Beside the ring: how I stand, how full the buckets are, which lookups run, figures.
class NetworkSide final : public wxWindow {
 public:
  NetworkSide(wxWindow* parent, const Desk& desk, const NetworkView& network, const LiveLookups& lookups);
  /// Says what it shows to those who cannot see it.
  void announce();

 private:
  void draw(Painter& painter, const Box& all);
  double draw_verdict(Painter& painter, const Box& room);
  double draw_bars(Painter& painter, const Box& room);
  double draw_lookups(Painter& painter, const Box& room);
  void draw_figures(Painter& painter, const Box& room);
  double draw_heading(Painter& painter, const Box& room, const std::string& words);
  const Desk& desk_;
  const NetworkView& network_;
  const LiveLookups& lookups_;
};

}  // namespace p2pchat::wx_gui
