// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/layout_cache.hpp"
#include "look/palette.hpp"
#include "view/fonts.hpp"

#include <wx/graphics.h>

#include <array>
#include <memory>
#include <tuple>
#include <vector>

namespace p2pchat::wx_gui {

/// Letters of a text: those of the system's font are enough, or another one with Chinese has to be loaded, 4 MiB.
enum class Script { latin, any };

struct TextSize {
  double width = 0, height = 0;  ///< pixels
};

/// How large texts are, and the fonts they are drawn with. wx asks the X server for each font it makes for a window,
/// and has a text shaped anew whenever its size is asked for; so what was used last is kept.
class Letters {
 public:
  /// `fonts` outlives it.
  explicit Letters(const Fonts& fonts) : fonts_(fonts) {}
  /// Fonts have changed.
  void forget();
  const wxGraphicsFont& font(Type type, Colour colour);
  TextSize size(Type type, const wxString& text);
  /// Where each of the first characters of a text ends; of a very long one not all.
  std::vector<double> ends(Type type, const wxString& text);
  double line_height(Type type, Script script);

 private:
  wxGraphicsContext& context(Type type);
  const Fonts& fonts_;
  std::array<std::unique_ptr<wxGraphicsContext>, types> contexts_;
  LayoutCache<std::tuple<Type, Script>, double> line_heights_{2 * types};
  LayoutCache<std::tuple<Type, Colour>, wxGraphicsFont> made_{128};
  LayoutCache<std::tuple<Type, wxString>, TextSize> sizes_{1000};
};

}  // namespace p2pchat::wx_gui
