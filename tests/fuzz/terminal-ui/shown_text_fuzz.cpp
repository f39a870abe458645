// SPDX-License-Identifier: MIT
// What strangers write never moves a terminal, breaks UTF-8 or leaves its cells.
#include "command/command.hpp"
#include "presented.hpp"
#include "screen/grid.hpp"
#include "text/edit_buffer.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"
#include "wire/json.hpp"

#include <cstdlib>

namespace {

using namespace p2pchat::terminal_ui;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_harmless(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto octet = static_cast<unsigned char>(text[i]);
    if ((octet < 0x20 && octet != '\n') || octet == 0x7F) return false;
    if (octet == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) return false;
  }
  return wire::is_utf8(text);
}

void check_wrap(std::string_view text, int width) {
  std::size_t end = 0;
  for (const auto& row : wrap(text, width)) {
    require(row.begin >= end && row.end >= row.begin && row.end <= text.size());
    require(columns(text.substr(row.begin, row.end - row.begin)) <= width);
    end = row.end;
  }
}

void check_grid(std::string_view text) {
  Grid grid(2, 17);
  grid.put(0, 1, text, Style::plain, 12);
  require(columns(grid.line(0)) <= 13 && grid.line(1).empty() && is_harmless(grid.line(0)));
}

void check_editing(std::string_view text) {
  EditBuffer buffer;
  buffer.insert(text);
  while (buffer.cursor() > 0) {
    const auto before = buffer.cursor();
    buffer.left();
    require(buffer.cursor() < before);
    if (before % 3 == 0) buffer.erase_right();
    if (before % 5 == 0) buffer.up(7);
  }
  require(wire::is_utf8(buffer.text()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 2000));
  const auto shown = visible(text);
  require(is_harmless(shown) && is_harmless(visible_line(text)) && is_harmless(clipped(visible_line(text), 9)));
  require(columns(padded(visible_line(text), 11)) == 11);
  check_wrap(shown, 2);
  check_wrap(shown, 13);
  check_grid(text);
  check_editing(text);
  (void)parse_command(text);
  return 0;
}
