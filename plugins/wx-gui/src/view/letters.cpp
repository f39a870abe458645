// SPDX-License-Identifier: MIT
#include "view/letters.hpp"

#include <cmath>

namespace p2pchat::wx_gui {

void Letters::forget() {
  for (auto& context : contexts_) context.reset();
  line_heights_.clear();
  made_.clear();
  sizes_.clear();
}

const wxGraphicsFont& Letters::font(Type type, Colour colour) {
  return made_.get({type, colour}, [&] {
    // By way of the renderer: a context asks the X server on which monitor its window is. GTK scales what is drawn.
    return wxGraphicsRenderer::GetDefaultRenderer()->CreateFont(fonts_[type], {colour.red, colour.green, colour.blue});
  });
}

TextSize Letters::size(Type type, const wxString& text) {
  if (text.empty()) return {0, line_height(type, Script::latin)};
  return sizes_.get({type, text}, [&] {
    TextSize size;
    context(type).GetTextExtent(text, &size.width, &size.height);
    return size;
  });
}

std::vector<double> Letters::ends(Type type, const wxString& text) {
  if (text.empty()) return {};
  wxArrayDouble ends;
  context(type).GetPartialTextExtents(text, ends);
  return {ends.begin(), ends.end()};
}

double Letters::line_height(Type type, Script script) {
  return line_heights_.get({type, script}, [&] {
    double high = 0;
    context(type).GetTextExtent(wxString::FromUTF8(script == Script::any ? "Ag中" : "Ag"), nullptr, &high);
    return std::ceil(high);
  });
}

wxGraphicsContext& Letters::context(Type type) {
  auto& context = contexts_[static_cast<std::size_t>(type)];
  if (!context) {
    context.reset(wxGraphicsContext::Create());
    context->SetFont(font(type, {}));
  }
  return *context;
}

}  // namespace p2pchat::wx_gui
