// SPDX-License-Identifier: MIT
#include "exported.hpp"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

namespace p2pchat::conformance {
namespace {

/// The octets of a file, and what lies where in them; nothing outside of it is ever read.
class Octets {
 public:
  explicit Octets(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    octets_.assign(std::istreambuf_iterator<char>(in), {});
  }
  template <class T>
  std::optional<T> at(std::uint64_t offset) const {
    if (offset > octets_.size() || octets_.size() - offset < sizeof(T)) return std::nullopt;
    T value;
    std::memcpy(&value, octets_.data() + offset, sizeof value);
    return value;
  }
  std::string text_at(std::uint64_t offset) const {
    if (offset >= octets_.size()) return {};
    return {octets_.data() + offset, strnlen(octets_.data() + offset, octets_.size() - offset)};
  }

 private:
  std::vector<char> octets_;
};

}  // namespace

std::set<std::string> exported_names(const std::filesystem::path& file) {
  const Octets octets(file);
  std::set<std::string> names;
  const auto header = octets.at<Elf64_Ehdr>(0);
  if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) return names;
  const auto section = [&](std::uint64_t i) { return octets.at<Elf64_Shdr>(header->e_shoff + i * sizeof(Elf64_Shdr)); };
  for (std::uint64_t i = 0; i < header->e_shnum; ++i) {
    const auto symbols = section(i);
    if (!symbols || symbols->sh_type != SHT_DYNSYM) continue;
    const auto texts = section(symbols->sh_link);
    for (std::uint64_t at = 0; texts && at + sizeof(Elf64_Sym) <= symbols->sh_size; at += sizeof(Elf64_Sym)) {
      const auto symbol = octets.at<Elf64_Sym>(symbols->sh_offset + at);
      if (!symbol) break;
      const bool is_given = symbol->st_shndx != SHN_UNDEF && ELF64_ST_BIND(symbol->st_info) != STB_LOCAL;
      if (is_given && symbol->st_shndx != SHN_ABS) names.insert(octets.text_at(texts->sh_offset + symbol->st_name));
    }
  }
  return names;
}

}  // namespace p2pchat::conformance
