// SPDX-License-Identifier: MIT
#include "view/catalogue.hpp"

#include "view/text.hpp"

#include <wx/arrstr.h>
#include <wx/intl.h>
#include <wx/translation.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr auto domain = "p2pchat";

/// Gives wx the catalogues we carry, and those of its own from where the system has them.
class Carried final : public wxFileTranslationsLoader {
 public:
  wxMsgCatalog* LoadCatalog(const wxString& name, const wxString& code) override {
    if (name != domain) return wxFileTranslationsLoader::LoadCatalog(name, code);
    const auto octets = chinese_catalogue();
    return wxMsgCatalog::CreateFromData(wxScopedCharBuffer::CreateNonOwned(octets.data(), octets.size()), name);
  }
  wxArrayString GetAvailableTranslations(const wxString& name) const override {
    if (name != domain) return wxFileTranslationsLoader::GetAvailableTranslations(name);
    wxArrayString all;
    all.Add("zh_CN");
    return all;
  }
};

class Translated final : public Language {
 public:
  std::string say(const char* english) const override { return octets_of(wxGetTranslation(shown(english), domain)); }
  std::string count(const char* one, const char* many, std::uint64_t n) const override {
    const auto forms = static_cast<unsigned>(std::min<std::uint64_t>(n, 1'000'000));
    return fill(octets_of(wxGetTranslation(shown(one), shown(many), forms, domain)), {{"n", std::to_string(n)}});
  }
};

}  // namespace

std::unique_ptr<Language> speak(const std::string& code) {
  auto* translations = new wxTranslations;
  translations->SetLoader(new Carried);
  translations->SetLanguage(shown(code));
  translations->AddCatalog("wxstd");
  if (code == "zh_CN") translations->AddCatalog(domain, wxLANGUAGE_ENGLISH_US);
  wxTranslations::Set(translations);  // takes it, and drops the one before
  if (code != "zh_CN") return std::make_unique<English>();
  return std::make_unique<Translated>();
}

}  // namespace p2pchat::wx_gui
