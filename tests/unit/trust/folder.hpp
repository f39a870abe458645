// SPDX-License-Identifier: MIT
#pragma once
#include "support/fresh_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace p2pchat::test {

/// A folder of its own for one test, mode 0700, gone with it; and what lies in it.
class Folder {
 public:
  std::filesystem::path operator/(const std::string& name) const { return path() / name; }
  std::filesystem::path path() const { return folder_.path; }
  /// Writes a file whole and returns its path.
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path() / name, std::ios::binary) << text;
    return path() / name;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  FreshFolder folder_;
};

}  // namespace p2pchat::test
