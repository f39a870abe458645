// SPDX-License-Identifier: MIT
#include "view/qr_view.hpp"

#include "view/access.hpp"

#include <algorithm>
#include <cmath>

namespace p2pchat::wx_gui {

QrView::QrView(wxWindow* parent, const Desk& desk, QrCode code, const std::string& name)
    : wxWindow(parent, wxID_ANY), code_(std::move(code)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  name_for_access(*this, name, Role::picture);
  SetMinSize(FromDIP(wxSize(180, 180)));
  Bind(wxEVT_PAINT, [this, &desk](wxPaintEvent&) {
    paint(*this, desk, rgb(0xFFFFFF), [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
}

void QrView::draw(Painter& painter, const Box& all) const {
  const auto fields = code_.side + 2 * qr_quiet_fields;
  const auto field = std::floor(std::min(all.width, all.height) / fields);  // whole pixels: sharp edges
  const auto left = std::floor((all.width - field * code_.side) / 2),
             top = std::floor((all.height - field * code_.side) / 2);
  painter.gc.SetAntialiasMode(wxANTIALIAS_NONE);
  for (int y = 0; y < code_.side; ++y)
    for (int x = 0; x < code_.side; ++x)
      if (code_.dark(x, y)) painter.fill({left + x * field, top + y * field, field, field}, rgb(0x000000));
}

}  // namespace p2pchat::wx_gui
