// SPDX-License-Identifier: MIT
#include "view/node_table.hpp"

#include "model/network_words.hpp"
#include "view/access.hpp"
#include "view/text.hpp"

#include <wx/dataview.h>

namespace p2pchat::wx_gui {

NodeTable::NodeTable(wxWindow* parent, const Desk& desk) : wxPanel(parent), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->canvas));
  rows_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_NO_HEADER | wxBORDER_NONE);
  rows_->SetBackgroundColour(solid(desk.colours->canvas));
  rows_->SetForegroundColour(solid(desk.colours->text));
  rows_->SetFont(desk.fonts[Type::small]);
  name_for_access(*rows_, desk.say("Nodes"));
  auto* heads = new wxBoxSizer(wxHORIZONTAL);
  const auto column = [&](const std::string& title, int wide) {
    rows_->AppendTextColumn(shown(title), wxDATAVIEW_CELL_INERT, FromDIP(wide));
    auto* head = new wxStaticText(this, wxID_ANY, shown(title), wxDefaultPosition, FromDIP(wxSize(wide, -1)),
                                  wxST_ELLIPSIZE_END);
    head->SetFont(desk.fonts[Type::small]);
    head->SetForegroundColour(solid(desk.colours->secondary_text));
    heads->Add(head);
  };
  column(desk.say("Node"), 130);
  column(desk.say("Address"), 190);
  column(desk.say("Round trip"), 90);
  column(desk.say("Bits shared"), 95);
  column(desk.say("Heard"), 135);
  column(desk.say("Session"), 80);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(heads, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
  sizer->Add(rows_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
}

std::vector<std::string> NodeTable::cells(const RingNode& node) const {
  const auto& language = *desk_.language;
  return {visible_line(desk_.feed.book().name_of(node.node.id)),
          visible_line(node.node.endpoint),
          rtt_words(node.node.rtt_ms, language),
          std::to_string(node.node.bucket),
          heard_words(node, language),
          node.session ? language.say("open") : std::string()};
}

void NodeTable::show(const NetworkView& network) {
  std::vector<sdk::Id> order;
  for (const auto& node : network.nodes) order.push_back(node.node.id);
  const bool same = order == order_;
  order_ = std::move(order);
  if (!same) rows_->DeleteAllItems();
  for (unsigned row = 0; row < network.nodes.size(); ++row) {
    wxVector<wxVariant> values;
    unsigned column = 0;
    for (const auto& cell : cells(network.nodes[row]))
      if (!same)
        values.push_back(wxVariant(shown(cell)));
      else if (rows_->GetTextValue(row, column) == shown(cell))
        ++column;
      else
        rows_->SetTextValue(shown(cell), row, column++);
    if (!same) rows_->AppendItem(values);
  }
}

}  // namespace p2pchat::wx_gui
