// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace p2pchat::wx_gui {

/// A QR code: a square of dark and light fields, without the light edge that must stand around it.
struct QrCode {
  int side = 0;
  std::vector<bool> fields;  ///< row by row, true is dark
  bool dark(int x, int y) const { return fields[static_cast<std::size_t>(y * side + x)]; }
};

/// Light fields that must stand on each side of it (ISO 18004).
inline constexpr int qr_quiet_fields = 4;

/// The code for a text; nothing when it is too long for one.
std::optional<QrCode> qr_code(std::string_view text);

}  // namespace p2pchat::wx_gui
