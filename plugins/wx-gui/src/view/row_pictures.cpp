// SPDX-License-Identifier: MIT
#include "view/row_pictures.hpp"

#include "view/gtk_function.hpp"

#include <utility>

namespace p2pchat::wx_gui {
namespace {

constexpr int highest = 1000;          // pixels; a row may be as high as 64 KiB of text are
constexpr int without_alpha = 0x1000;  // CAIRO_CONTENT_COLOR

void let_go(void* surface) {
  if (surface) gtk_function<void(void*)>("cairo_surface_destroy")(surface);
}

}  // namespace

bool RowPictures::fits(const RowLook& look) { return look.width > 0 && look.height > 0 && look.height <= highest; }

void RowPictures::show(Painter& painter, std::uint64_t place, const RowLook& look, double top,
                       const std::function<void(Painter&)>& draw) {
  auto& picture = pictures_[place];
  picture.is_on_show = true;
  if (!picture.surface || picture.look != look) {
    picture.look = look;
    make(painter, picture, draw);
  }
  auto* cairo = painter.gc.GetNativeContext();
  gtk_function<void(void*, void*, double, double)>("cairo_set_source_surface")(cairo, picture.surface, 0, top);
  gtk_function<void(void*)>("cairo_paint")(cairo);
}

void RowPictures::make(Painter& painter, Picture& picture, const std::function<void(Painter&)>& draw) {
  let_go(picture.surface);
  auto* target = gtk_function<void*(void*)>("cairo_get_target")(painter.gc.GetNativeContext());
  picture.surface = gtk_function<void*(void*, int, int, int)>("cairo_surface_create_similar")(
      target, without_alpha, picture.look.width, picture.look.height);
  auto* cairo = gtk_function<void*(void*)>("cairo_create")(picture.surface);
  {
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::CreateFromNative(cairo));
    context->EnableOffset(window_.GetContentScaleFactor() <= 1);  // as wx does for a window
    Painter own(*context, desk_, window_);
    own.fill({0, 0, static_cast<double>(picture.look.width), static_cast<double>(picture.look.height)},
             own.look.canvas);
    draw(own);
  }
  gtk_function<void(void*)>("cairo_destroy")(cairo);
}

void RowPictures::sweep() {
  for (auto each = pictures_.begin(); each != pictures_.end();) {
    if (std::exchange(each->second.is_on_show, false)) {
      ++each;
      continue;
    }
    let_go(each->second.surface);
    each = pictures_.erase(each);
  }
}

void RowPictures::forget() {
  for (const auto& [place, picture] : pictures_) let_go(picture.surface);
  pictures_.clear();
}

}  // namespace p2pchat::wx_gui
