// SPDX-License-Identifier: MIT
#include "shell/file_tail.hpp"

#include <fstream>

namespace p2pchat::wx_gui {
namespace {

constexpr std::streamoff longest_tail = 256 << 10;

}  // namespace

std::string file_tail(const std::string& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::streamoff>(in.tellg());
  if (!in || size < 0) return {};
  const auto from = size > longest_tail ? size - longest_tail : 0;
  in.seekg(from);
  std::string tail(static_cast<std::size_t>(size - from), '\0');
  in.read(tail.data(), size - from);
  tail.resize(static_cast<std::size_t>(in.gcount()));
  return from ? tail.substr(tail.find('\n') + 1) : tail;  // the first line may be a half
}

}  // namespace p2pchat::wx_gui
