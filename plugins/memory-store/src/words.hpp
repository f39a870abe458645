// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::memory_store {

/// The words of a text in small letters, in their order; each Han, kana, hangul or pictograph is one.
std::vector<std::string> words_of(std::string_view text);

/// What somebody looks for: texts between spaces, each of which must stand in a message, word after word.
class Query {
 public:
  explicit Query(std::string_view words);
  /// Whether a text holds all of it; nothing holds an empty query.
  bool matches(std::string_view text) const;

 private:
  std::vector<std::vector<std::string>> phrases_;
  bool last_is_beginning_ = false;
};

}  // namespace p2pchat::memory_store
