// SPDX-License-Identifier: MIT
#include "text/font_families.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>

namespace p2pchat::wx_gui {

std::vector<std::string> families_for(const char* language) {
  const auto name = std::string(":lang=") + language;
  const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> wanted(
      FcNameParse(reinterpret_cast<const FcChar8*>(name.c_str())), FcPatternDestroy);
  const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> asked(FcObjectSetBuild(FC_FAMILY, nullptr),
                                                                          FcObjectSetDestroy);
  if (!wanted || !asked) return {};
  const std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)> found(FcFontList(nullptr, wanted.get(), asked.get()),
                                                                      FcFontSetDestroy);
  std::vector<std::string> families;
  for (int i = 0; found && i < found->nfont; ++i) {
    FcChar8* family = nullptr;
    if (FcPatternGetString(found->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch)
      families.emplace_back(reinterpret_cast<const char*>(family));
  }
  return families;
}

}  // namespace p2pchat::wx_gui
