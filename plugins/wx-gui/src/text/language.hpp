// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace p2pchat::wx_gui {

/// Puts values into a pattern: each `{name}` that is known is replaced. A whole sentence is one pattern, so that
/// another language may put its parts in another order.
std::string fill(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// The same with values found elsewhere, such as by `pieces_of`.
std::string fill(std::string_view pattern, std::span<const std::pair<std::string_view, std::string_view>> values);

/// What people read, in their language. The texts in the code are English, as gettext wants them.
class Language {
 public:
  virtual ~Language() = default;
  /// The text in the language of the person.
  virtual std::string say(const char* english) const = 0;
  /// The form of a text that fits `n`, with `{n}` filled in.
  virtual std::string count(const char* one, const char* many, std::uint64_t n) const = 0;
};

/// The texts as they stand in the code.
class English final : public Language {
 public:
  std::string say(const char* english) const override { return english; }
  std::string count(const char* one, const char* many, std::uint64_t n) const override;
};

}  // namespace p2pchat::wx_gui
