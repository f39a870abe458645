// SPDX-License-Identifier: MIT
#pragma once
#include "shell/lifetime.hpp"
#include "view/network_side.hpp"
#include "view/node_table.hpp"
#include "view/pressable.hpp"
#include "view/ring_view.hpp"

namespace p2pchat::wx_gui {

/// The network as this node sees it. It looks again every other second while it is on show, and never else.
class NetworkPage final : public wxPanel {
 public:
  enum class Sight { ring, table };
  NetworkPage(wxWindow* parent, Desk& desk);
  void take(const Event& event);
  void look();
  void choose(Sight sight);
  /// Asks for the address of a node to join through.
  void join();
  const NetworkView& network() const { return network_; }
  const LiveLookups& lookups() const { return lookups_; }
  RingView& ring() { return *ring_; }

 private:
  wxSizer* make_top();
  /// Gives the picture the whole room where there is none for figures beside it.
  void arrange();
  void tick();
  void came(const NetworkPicture& picture);

  Desk& desk_;
  NetworkView network_;
  LiveLookups lookups_;
  bool looked_ = false;
  wxBoxSizer* top_;
  wxBoxSizer* heading_ = nullptr;  // in top_: the title and the summary, under each other in a narrow window
  wxStaticText* summary_;
  TextButton *ring_choice_, *table_choice_;
  RingView* ring_;
  NodeTable* table_;
  NetworkSide* side_;
  wxTimer clock_;
  unsigned ticks_ = 0;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
