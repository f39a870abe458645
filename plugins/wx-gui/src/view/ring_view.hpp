// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/text_layout.hpp"
#include "model/live_lookups.hpp"
#include "model/network_view.hpp"
#include "view/painter.hpp"

namespace p2pchat::wx_gui {

/// The picture of the network: me in the middle, every node by its distance and the bits of its id, conversations as
/// lines, lookups as ways from one asked to the next. Arrow keys walk the nodes.
class RingView final : public wxWindow {
 public:
  RingView(wxWindow* parent, const Desk& desk, const NetworkView& network, const LiveLookups& lookups);
  /// The node that is looked at, or null.
  const RingNode* chosen() const { return network_.find(chosen_); }
  void walk(int step);

 private:
  struct Field;
  void draw(Painter& painter, const Box& all);
  /// The words below the picture, in as many lines as they need.
  TextLayout caption(const Box& all) const;
  void draw_caption(Painter& painter, const Box& all);
  void draw_rings(Painter& painter, const Field& field);
  void draw_lookup(Painter& painter, const Field& field, const LiveLookup& lookup);
  void draw_node(Painter& painter, const Field& field, const RingNode& node);
  void draw_me(Painter& painter, const Field& field);
  Field field_of(const Box& all) const;
  void on_click(wxMouseEvent& event);
  void on_key(wxKeyEvent& event);

  const Desk& desk_;
  const NetworkView& network_;
  const LiveLookups& lookups_;
  sdk::Id chosen_;
};

}  // namespace p2pchat::wx_gui
