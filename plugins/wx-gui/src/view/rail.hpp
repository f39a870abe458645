// SPDX-License-Identifier: MIT
#pragma once
#include "model/page.hpp"
#include "view/pressable.hpp"

#include <map>

namespace p2pchat::wx_gui {

/// The bar at the left: my card and the pages.
class Rail final : public wxPanel {
 public:
  Rail(wxWindow* parent, const Desk& desk, const std::vector<Page>& pages, std::function<void(Page)> choose,
       std::function<void()> my_card);
  void select(Page page);
  /// A number on the picture of a page; empty for none.
  void set_badge(Page page, const std::string& badge);
  /// What is known of me changed.
  void refresh_me();

 private:
  class Entry;
  class Card;
  std::map<Page, Entry*> entries_;
  Card* card_;
};

}  // namespace p2pchat::wx_gui
