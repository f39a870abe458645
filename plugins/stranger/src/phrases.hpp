// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>

namespace p2pchat::stranger {

enum class Language { english, chinese };

/// What there is to say something to.
enum class Occasion {
  bottle,    ///< to whoever finds it
  found,     ///< to one whose bottle I found
  begin,     ///< to one I have just accepted
  greeting,  ///< and so on: to one who said something of this kind
  question,
  who,
  thanks,
  farewell,
  sea,
  anything
};

/// What a stranger may say then; never empty. `{}` in a text stands for the stranger's name.
std::span<const std::string_view> phrases(Occasion occasion, Language language);

}  // namespace p2pchat::stranger
