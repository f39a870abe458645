// SPDX-License-Identifier: MIT
#include "text/font_families.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>

namespace p2pchat::wx_gui {

namespace {

std::vector<std::string> families_like(const std::string& name) {
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

}  // namespace

std::vector<std::string> families_for(const char* language) { return families_like(std::string(":lang=") + language); }

bool has_family(const char* family) { return !families_like(family).empty(); }

}  // namespace p2pchat::wx_gui
