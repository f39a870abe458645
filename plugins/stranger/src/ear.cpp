// SPDX-License-Identifier: MIT
#include "ear.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace p2pchat::stranger {
namespace {

struct Sign {
  std::string_view word;
  Occasion occasion;
};

// The first that is found decides, so what tells more comes first. English words in lower case, whole.
constexpr std::array signs{
    Sign{"your name", Occasion::who},    Sign{"who are you", Occasion::who}, Sign{"are you a bot", Occasion::who},
    Sign{"are you real", Occasion::who}, Sign{"你是谁", Occasion::who},      Sign{"叫什么", Occasion::who},
    Sign{"机器人", Occasion::who},       Sign{"thank", Occasion::thanks},    Sign{"thanks", Occasion::thanks},
    Sign{"谢", Occasion::thanks},        Sign{"bye", Occasion::farewell},    Sign{"good night", Occasion::farewell},
    Sign{"see you", Occasion::farewell}, Sign{"再见", Occasion::farewell},   Sign{"晚安", Occasion::farewell},
    Sign{"拜拜", Occasion::farewell},    Sign{"sea", Occasion::sea},         Sign{"weather", Occasion::sea},
    Sign{"rain", Occasion::sea},         Sign{"wind", Occasion::sea},        Sign{"wave", Occasion::sea},
    Sign{"海", Occasion::sea},           Sign{"天气", Occasion::sea},        Sign{"雨", Occasion::sea},
    Sign{"风", Occasion::sea},           Sign{"?", Occasion::question},      Sign{"？", Occasion::question},
    Sign{"吗", Occasion::question},      Sign{"hello", Occasion::greeting},  Sign{"hi", Occasion::greeting},
    Sign{"hey", Occasion::greeting},     Sign{"ahoy", Occasion::greeting},   Sign{"你好", Occasion::greeting},
    Sign{"您好", Occasion::greeting},    Sign{"嗨", Occasion::greeting}};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// An English word inside a longer one does not count: `hi` is not in `this`.
bool holds(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(word.front());
    const bool ends = end == text.size() || !is_letter(text[end]) || !is_letter(word.back());
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

Language language_of(std::string_view text) {
  // U+3400 to U+9FFF begin with these octets in UTF-8; so do few characters that are not CJK ideographs.
  const bool chinese = std::ranges::any_of(text, [](char c) {
    const auto octet = static_cast<unsigned char>(c);
    return octet >= 0xe4 && octet <= 0xe9;
  });
  return chinese ? Language::chinese : Language::english;
}

Occasion occasion_of(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const auto& [word, occasion] : signs)
    if (holds(lower, word)) return occasion;
  return Occasion::anything;
}

}  // namespace p2pchat::stranger
