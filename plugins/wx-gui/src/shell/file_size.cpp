// SPDX-License-Identifier: MIT
#include "shell/file_size.hpp"

#include <filesystem>

namespace p2pchat::wx_gui {

std::uint64_t octets_in(const std::string& folder, const std::string& beginning) {
  std::uint64_t sum = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
    if (!each->path().filename().string().starts_with(beginning)) continue;
    const auto size = each->file_size(error);
    if (!error) sum += size;
    error.clear();  // one may have gone meanwhile
  }
  return sum;
}

}  // namespace p2pchat::wx_gui
