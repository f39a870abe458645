// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

namespace p2pchat::conformance {

/// The names that a shared library gives to others, read from the file. Empty when it is none.
/// Source: System V ABI, chapter 4 (object files), ELF-64.
std::set<std::string> exported_names(const std::filesystem::path& file);

}  // namespace p2pchat::conformance
