// SPDX-License-Identifier: MIT
#include "shell/file_start.hpp"

#include <filesystem>
#include <fstream>

namespace p2pchat::wx_gui {

std::optional<std::string> file_start(const std::string& file, std::size_t most) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;  // a pipe would never end
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string start(most, '\0');
  in.read(start.data(), static_cast<std::streamsize>(most));
  if (in.bad()) return std::nullopt;
  start.resize(static_cast<std::size_t>(in.gcount()));
  return start;
}

}  // namespace p2pchat::wx_gui
