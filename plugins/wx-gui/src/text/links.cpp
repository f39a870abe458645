// SPDX-License-Identifier: MIT
#include "text/links.hpp"

#include <idn2.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::u32string_view schemes[] = {U"https://", U"http://"};

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }
bool ends_host(char32_t c) { return c == '/' || c == '?' || c == '#' || c == '\\'; }
/// Ideographs and what stands among them.
bool is_wide(char32_t c) { return c >= 0x2E80; }
bool never_in_a_link(char32_t c) {
  constexpr std::u32string_view all = U"<>\"`{}|^";
  return c <= ' ' || c == 0x7F || all.find(c) != all.npos || (c >= 0x2000 && c < 0x2E80) ||
         (c >= 0x3000 && c < 0x3040) || c >= 0xFF00;
}

std::size_t scheme_at(std::u32string_view text, std::size_t at) {
  for (const auto scheme : schemes)
    if (text.size() - at > scheme.size() &&
        std::ranges::equal(text.substr(at, scheme.size()), scheme, {}, [](char32_t c) { return lower(c); }))
      return scheme.size();
  return 0;
}

std::size_t end_of(std::u32string_view text, std::size_t at) {
  bool in_host = true;
  for (; at < text.size() && !never_in_a_link(text[at]); ++at) {
    if (ends_host(text[at])) in_host = false;
    if (text[at] < 0x80) continue;
    if (!in_host || (is_wide(text[at]) && (is_ascii_letter(text[at - 1]) || is_digit(text[at - 1])))) break;
  }
  return at;
}

/// Leaves out the punctuation at the end, but not a bracket that is opened within.
std::size_t trimmed(std::u32string_view text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view closing = U".,;:!?'*_~";
  for (; end > begin; --end) {
    const auto last = text[end - 1];
    if (closing.find(last) != closing.npos) continue;
    const auto link = text.substr(begin, end - begin);
    const auto opens = last == ')' ? U'(' : last == ']' ? U'[' : U'\0';
    if (opens && std::ranges::count(link, opens) < std::ranges::count(link, last)) continue;
    break;
  }
  return end;
}

std::optional<std::string> ascii_host(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) return std::string(host);
  char* encoded = nullptr;
  const std::string written(host);
  if (idn2_to_ascii_8z(written.c_str(), &encoded, IDN2_NONTRANSITIONAL) != IDN2_OK) return {};
  std::string ascii(encoded);
  idn2_free(encoded);
  return ascii.empty() ? std::nullopt : std::optional(ascii);
}

}  // namespace

std::vector<Link> find_links(std::u32string_view text) {
  std::vector<Link> links;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (lower(text[at]) != 'h' || (at > 0 && (is_ascii_letter(text[at - 1]) || is_digit(text[at - 1])))) continue;
    const auto host = at + scheme_at(text, at);
    if (host == at) continue;
    const auto end = trimmed(text, host, end_of(text, host));
    if (end == host) continue;
    links.push_back({at, end});
    at = end - 1;
  }
  return links;
}

std::optional<LinkTarget> target_of(std::string_view link) {
  const auto slashes = link.find("://");
  if (slashes == link.npos) return {};
  LinkTarget target;
  target.encrypted = slashes == 5;
  const auto rest = link.substr(slashes + 3);
  const auto end = std::min(rest.find_first_of("/?#\\"), rest.size());
  auto authority = rest.substr(0, end);
  if (const auto name = authority.rfind('@'); name != authority.npos) {
    target.name_before = true;
    authority.remove_prefix(name + 1);
  }
  const auto colon = authority.rfind(':');
  const bool port = colon != authority.npos && authority.find(']', colon) == authority.npos;
  const auto written = port ? authority.substr(0, colon) : authority;
  const auto host = ascii_host(written);
  if (!host) return {};
  target.host = *host;
  target.other_script = std::ranges::any_of(written, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  target.url = (target.encrypted ? "https://" : "http://") + *host + std::string(port ? authority.substr(colon) : "") +
               std::string(rest.substr(end));
  return target;
}

}  // namespace p2pchat::wx_gui
