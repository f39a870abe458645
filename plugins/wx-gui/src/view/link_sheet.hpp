// SPDX-License-Identifier: MIT
#pragma once
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// Asks before a link is opened, and says where it really leads.
class LinkSheet final : public Sheet {
 public:
  /// `link` as it stands in the message.
  LinkSheet(wxWindow* parent, Desk& desk, const std::string& link);
};

}  // namespace p2pchat::wx_gui
