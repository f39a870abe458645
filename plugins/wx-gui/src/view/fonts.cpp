// SPDX-License-Identifier: MIT
#include "view/fonts.hpp"

#include "text/font_families.hpp"
#include "view/text.hpp"
#include "view/toolkit.hpp"

#include <wx/fontenum.h>

namespace p2pchat::wx_gui {
namespace {

wxString family_for(std::string_view language) {
  if (language == "zh_CN") {
    for (const auto* name : {"Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"})
      if (wxFontEnumerator::IsValidFacename(name)) return name;
    if (const auto others = families_for("zh-cn"); !others.empty()) return shown(others.front());
  }
  const auto chosen = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT).GetFaceName();
  if (chosen != "Sans") return chosen;
  // Nobody chose one, and what fontconfig takes then is wide and heavy.
  for (const auto* name : {"Cantarell", "Noto Sans", "Open Sans"})
    if (has_family(name)) return name;
  return chosen;
}

}  // namespace

void Fonts::make(std::string_view language) {
  const auto family = family_for(language);
  const auto font = [&](double points, bool bold) { return wxFont(wxFontInfo(points).FaceName(family).Bold(bold)); };
  fonts_ = {font(8, false), font(9, false), font(11, false), font(11, true), font(13, true), font(20, true)};
}

}  // namespace p2pchat::wx_gui
