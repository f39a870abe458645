// SPDX-License-Identifier: MIT
#include "sea/sea_directory.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace p2pchat::host {

SeaDirectory::SeaDirectory() {
  auto name = (std::filesystem::temp_directory_path() / "p2pchat-sea-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), "cannot make " + name);
  path_ = name;
}

SeaDirectory::~SeaDirectory() {
  std::error_code ignored;  // nothing is left to be done about it
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace p2pchat::host
