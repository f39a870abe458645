// SPDX-License-Identifier: MIT
#include "canvas/row_shape.hpp"

#include <algorithm>
#include <cmath>

namespace p2pchat::wx_gui {
namespace {

// Device-independent pixels.
constexpr double margin = 24, picture = 36, picture_gap = 12, padding_x = 14, padding_y = 9;
constexpr double group_gap = 4, sender_gap = 14, day_band = 48, unread_band = 38, meta_gap = 8;
constexpr double meta_room = 118, widest_text = 560, action_band = 30, last_gap = 2;

}  // namespace

double text_room(double row_width, double scale) {
  const auto taken = (2 * margin + picture + picture_gap + 2 * padding_x + meta_room) * scale;
  return std::max(std::min(row_width - taken, widest_text * scale), 120 * scale);
}

RowShape shape_of(const RowParts& parts, double row_width, double scale) {
  RowShape shape;
  double y = 0;
  if (parts.day) {
    shape.day = {0, 0, row_width, day_band * scale};
    y += day_band * scale;
  }
  if (parts.unread) {
    shape.unread = {margin * scale, y, row_width - 2 * margin * scale, unread_band * scale};
    y += unread_band * scale;
  }
  if (!parts.day && !parts.unread) y += (parts.grouped ? group_gap : sender_gap) * scale;

  const auto inner = std::max({parts.text_width, parts.reason_width, parts.action_width});
  auto& bubble = shape.bubble;
  bubble.width = std::ceil(inner + 2 * padding_x * scale);
  bubble.height = std::ceil(parts.text_height + parts.reason_height + 2 * padding_y * scale +
                            (parts.action_width > 0 ? action_band * scale : 0));
  bubble.x = parts.incoming ? (margin + picture + picture_gap) * scale : row_width - margin * scale - bubble.width;
  bubble.y = y;
  if (parts.incoming && !parts.grouped) shape.picture = {margin * scale, y, picture * scale, picture * scale};
  const auto left = bubble.x + padding_x * scale;
  shape.text = {left, y + padding_y * scale, inner, parts.text_height};
  if (parts.reason_height > 0)
    shape.reason = {left, shape.text.y + parts.text_height, parts.reason_width, parts.reason_height};
  if (parts.action_width > 0)
    shape.action = {left, shape.text.y + parts.text_height + parts.reason_height + 4 * scale, parts.action_width,
                    (action_band - 4) * scale};
  shape.meta = {
      parts.incoming ? bubble.x + bubble.width + meta_gap * scale : bubble.x - meta_gap * scale - parts.meta_width,
      bubble.y + bubble.height - parts.small_height - 4 * scale, parts.meta_width, parts.small_height};
  shape.height = std::ceil(bubble.y + std::max(bubble.height, shape.picture.height) + last_gap * scale);
  return shape;
}

double guessed_height(std::size_t text_octets, double row_width, double scale) {
  const auto per_line = std::max(text_room(row_width, scale) / (7 * scale), 8.0);
  const auto lines = std::ceil(static_cast<double>(text_octets + 1) / per_line);
  return std::ceil((lines * 21 + 2 * padding_y + group_gap + last_gap) * scale);
}

}  // namespace p2pchat::wx_gui
