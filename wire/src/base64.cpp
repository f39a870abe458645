// SPDX-License-Identifier: MIT
#include "wire/base64.hpp"

#include <array>

namespace wire {
namespace {

constexpr char standard_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char url_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t no_digit = 0xff;

constexpr std::array<std::uint8_t, 256> values_of(const char (&digits)[65]) {
  std::array<std::uint8_t, 256> values{};
  values.fill(no_digit);
  for (std::uint8_t i = 0; i < 64; ++i) values[static_cast<std::uint8_t>(digits[i])] = i;
  return values;
}

constexpr auto standard_values = values_of(standard_digits);
constexpr auto url_values = values_of(url_digits);

/// Digits without padding, or nothing when the padding is wrong for the alphabet.
std::optional<std::string_view> strip_padding(std::string_view text, Alphabet alphabet) {
  if (alphabet == Alphabet::standard) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  }
  if (text.size() % 4 == 1) return std::nullopt;
  return text;
}

/// Decodes into `to`, which has room for `digits.size() * 3 / 4` octets.
bool decode(std::string_view digits, const std::array<std::uint8_t, 256>& values, std::uint8_t* to) {
  std::uint8_t seen = 0;
  auto value = [&](std::size_t i) { return std::uint32_t{values[static_cast<std::uint8_t>(digits[i])]}; };
  std::size_t i = 0;
  for (; i + 4 <= digits.size(); i += 4) {
    const auto a = value(i), b = value(i + 1), c = value(i + 2), d = value(i + 3);
    seen |= static_cast<std::uint8_t>(a | b | c | d);
    const auto word = a << 18 | b << 12 | c << 6 | d;
    *to++ = static_cast<std::uint8_t>(word >> 16);
    *to++ = static_cast<std::uint8_t>(word >> 8);
    *to++ = static_cast<std::uint8_t>(word);
  }
  if (const auto rest = digits.size() - i; rest) {
    const auto a = value(i), b = value(i + 1), c = rest == 3 ? value(i + 2) : 0;
    seen |= static_cast<std::uint8_t>(a | b | c);
    const auto word = a << 18 | b << 12 | c << 6;
    if (word & (rest == 3 ? 0xffu : 0xffffu)) return false;  // bits that no encoder sets
    *to++ = static_cast<std::uint8_t>(word >> 16);
    if (rest == 3) *to++ = static_cast<std::uint8_t>(word >> 8);
  }
  return (seen & 0xc0) == 0;
}

template <class Container>
bool decode_into(std::string_view text, Alphabet alphabet, Container& out) {
  const auto digits = strip_padding(text, alphabet);
  if (!digits) return false;
  const auto at = out.size();
  out.resize(at + digits->size() * 3 / 4);
  const auto& values = alphabet == Alphabet::standard ? standard_values : url_values;
  if (decode(*digits, values, reinterpret_cast<std::uint8_t*>(out.data()) + at)) return true;
  out.resize(at);
  return false;
}

}  // namespace

void base64_encode(std::span<const std::uint8_t> octets, Alphabet alphabet, std::string& out) {
  const char* digits = alphabet == Alphabet::standard ? standard_digits : url_digits;
  const auto at = out.size();
  out.resize(at + (octets.size() + 2) / 3 * 4);
  char* to = out.data() + at;
  std::size_t i = 0;
  for (; i + 3 <= octets.size(); i += 3) {
    const auto word = std::uint32_t{octets[i]} << 16 | std::uint32_t{octets[i + 1]} << 8 | octets[i + 2];
    for (int shift = 18; shift >= 0; shift -= 6) *to++ = digits[word >> shift & 63];
  }
  if (const auto rest = octets.size() - i; rest) {
    const auto word = std::uint32_t{octets[i]} << 16 | (rest == 2 ? std::uint32_t{octets[i + 1]} << 8 : 0);
    *to++ = digits[word >> 18 & 63];
    *to++ = digits[word >> 12 & 63];
    if (rest == 2) *to++ = digits[word >> 6 & 63];
    if (alphabet == Alphabet::standard)
      for (auto missing = rest; missing < 3; ++missing) *to++ = '=';
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::optional<std::vector<std::uint8_t>> base64_decode(std::string_view text, Alphabet alphabet) {
  std::vector<std::uint8_t> octets;
  if (!decode_into(text, alphabet, octets)) return std::nullopt;
  return octets;
}

bool base64_decode(std::string_view text, Alphabet alphabet, std::string& out) {
  return decode_into(text, alphabet, out);
}

}  // namespace wire
