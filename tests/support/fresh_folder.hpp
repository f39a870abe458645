// SPDX-License-Identifier: MIT
#pragma once
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace p2pchat::test {

/// A folder of this test alone, gone with all that is in it at the end.
struct FreshFolder {
  FreshFolder() {
    auto name = (std::filesystem::temp_directory_path() / "p2pchat-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for a test");
    path = name;
  }
  ~FreshFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  FreshFolder(const FreshFolder&) = delete;
  std::string path;
};

}  // namespace p2pchat::test
