// SPDX-License-Identifier: MIT
#include "view/fonts.hpp"

#include "text/font_families.hpp"
#include "view/text.hpp"
#include "view/toolkit.hpp"

namespace p2pchat::wx_gui {
namespace {

/// A family with the Chinese forms of the characters that Chinese and Japanese share; empty when there is none.
std::string chinese_family() {
  for (const auto* name : {"Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"})
    if (has_family(name)) return name;
  const auto others = families_for("zh-cn");
  return others.empty() ? std::string() : others.front();
}

std::string latin_family() {
  const auto chosen = octets_of(wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT).GetFaceName());
  if (chosen != "Sans") return chosen;
  // Nobody chose one, and what fontconfig takes then is wide and heavy.
  for (const auto* name : {"Cantarell", "Noto Sans", "Open Sans"})
    if (has_family(name)) return name;
  return chosen;
}

/// Families in the order in which they are asked for a letter: Pango takes several, with commas between.
std::string families_in(std::string_view language) {
  const auto chinese = chinese_family();
  if (language == "zh_CN" && !chinese.empty()) return chinese;
  return chinese.empty() ? latin_family() : latin_family() + "," + chinese;
}

}  // namespace

void Fonts::make(std::string_view language) {
  const auto family = shown(families_in(language));
  const auto font = [&](double points, bool bold) { return wxFont(wxFontInfo(points).FaceName(family).Bold(bold)); };
  fonts_ = {font(8, false), font(9, false), font(11, false), font(11, true), font(13, true), font(20, true)};
}

}  // namespace p2pchat::wx_gui
