// SPDX-License-Identifier: MIT
#include "look/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace p2pchat::wx_gui {

std::optional<QrCode> qr_code(std::string_view text) {
  const std::string whole(text);
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(QRcode_encodeString8bit(whole.c_str(), 0, QR_ECLEVEL_M),
                                                             &QRcode_free);
  if (!made) return {};
  QrCode code;
  code.side = made->width;
  const auto count = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
  for (std::size_t i = 0; i < count; ++i) code.fields.push_back(made->data[i] & 1);
  return code;
}

}  // namespace p2pchat::wx_gui
