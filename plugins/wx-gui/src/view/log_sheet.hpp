// SPDX-License-Identifier: MIT
#pragma once
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// What one plugin wrote to the log lately.
class LogSheet final : public Sheet {
 public:
  LogSheet(wxWindow* parent, const Desk& desk, const std::string& file, const std::string& plugin);
};

}  // namespace p2pchat::wx_gui
