// SPDX-License-Identifier: MIT
#pragma once
#include "look/qr_code.hpp"
#include "view/painter.hpp"

namespace p2pchat::wx_gui {

/// A QR code, dark on white in every look, as cameras want it. `name` says what it holds to those who cannot see it.
class QrView final : public wxWindow {
 public:
  QrView(wxWindow* parent, const Desk& desk, QrCode code, const std::string& name);

 private:
  void draw(Painter& painter, const Box& all) const;
  QrCode code_;
};

}  // namespace p2pchat::wx_gui
