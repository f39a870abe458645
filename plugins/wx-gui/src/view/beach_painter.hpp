// SPDX-License-Identifier: MIT
#pragma once
#include "look/scene.hpp"
#include "model/beach.hpp"
#include "view/painter.hpp"

namespace p2pchat::wx_gui {

/// How a bottle is drawn.
struct BottleLook {
  double x = 0, y = 0, size = 0, turn = 0;                         ///< the middle, the length, radians
  bool glows = false, faded = false, corked = true, lies = false;  ///< `lies`: on the sand, with a shadow
};

/// Draws the beach: the sky, the sea and the sand once into a picture, the bottles over it.
class BeachPainter {
 public:
  BeachPainter(Painter& painter, const Scene& scene, const Box& all) : painter_(painter), scene_(scene), all_(all) {}
  void landscape();
  void bottle(const BottleLook& look);
  /// Words on a pale pill.
  void label(const wxString& words, const Box& box);
  /// Where that pill would stand below `top`, inside the picture.
  Box label_place(const wxString& words, double middle, double top) const;

 private:
  void sky();
  void sea();
  void sand();
  void wave(double y, double length, double height, double thickness);
  void gradient(const Box& box, Colour top, Colour low);
  Painter& painter_;
  const Scene& scene_;
  const Box& all_;
};

/// Where the sea begins and the sand, as parts of the height.
inline constexpr double horizon = 0.30, shore = 0.70;

}  // namespace p2pchat::wx_gui
