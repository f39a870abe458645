// SPDX-License-Identifier: MIT
#pragma once
#include <wx/font.h>

#include <array>
#include <string_view>

namespace p2pchat::wx_gui {

/// The sizes of text in the window.
enum class Type { tiny, small, body, strong, title, large };
constexpr std::size_t types = 6;

/// One font for each size, of the system's family, or a lighter one where nobody chose it. Characters have their
/// Chinese forms, which are not those a Japanese font has; in Chinese all letters come from the font that has these.
class Fonts {
 public:
  /// Must be called before use, when wx runs.
  void make(std::string_view language);
  const wxFont& operator[](Type type) const { return fonts_[static_cast<std::size_t>(type)]; }

 private:
  std::array<wxFont, types> fonts_;
};

}  // namespace p2pchat::wx_gui
