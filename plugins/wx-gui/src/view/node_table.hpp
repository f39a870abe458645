// SPDX-License-Identifier: MIT
#pragma once
#include "model/network_view.hpp"
#include "view/painter.hpp"

class wxDataViewListCtrl;

namespace p2pchat::wx_gui {

/// The nodes as rows, in a control of the toolkit: what the ring shows, for those who read or hear it.
class NodeTable final : public wxPanel {
 public:
  NodeTable(wxWindow* parent, const Desk& desk);
  void show(const NetworkView& network);

 private:
  std::vector<std::string> cells(const RingNode& node) const;
  const Desk& desk_;
  wxDataViewListCtrl* rows_;
  std::vector<sdk::Id> order_;
};

}  // namespace p2pchat::wx_gui
