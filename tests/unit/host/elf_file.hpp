// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/verdict.hpp"

#include <elf.h>

#include <string_view>

namespace p2pchat::test {

/// A well-formed manifest of this SDK for a plugin with this id.
inline sdk::Manifest manifest_of(std::string_view id) {
  sdk::Manifest manifest;
  host::Speech::own().abi.copy(manifest.abi, sizeof manifest.abi - 1);
  id.copy(manifest.id, sizeof manifest.id - 1);
  std::string_view("1.0.0").copy(manifest.version, sizeof manifest.version - 1);
  return manifest;
}

/// The smallest ELF shared library that holds these octets in section `.p2pchat`. Its parts lie where the members say.
struct ElfFile {
  static constexpr char names[] = "\0.p2pchat\0.shstrtab";
  static constexpr std::size_t names_at = sizeof(Elf64_Ehdr), content_at = names_at + sizeof names;
  std::size_t table_at;
  std::vector<std::uint8_t> octets;

  explicit ElfFile(sdk::bytes content) : table_at(content_at + content.len), octets(table_at + 3 * sizeof(Elf64_Shdr)) {
    Elf64_Ehdr header = {};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_type = ET_DYN;
    header.e_machine = EM_X86_64;
    header.e_shoff = table_at;
    header.e_shentsize = sizeof(Elf64_Shdr);
    header.e_shnum = 3;
    header.e_shstrndx = 2;
    put(0, header);
    std::memcpy(octets.data() + names_at, names, sizeof names);
    std::memcpy(octets.data() + content_at, content.ptr, content.len);
    put(table_at + sizeof(Elf64_Shdr), Elf64_Shdr{1, SHT_PROGBITS, 0, 0, content_at, content.len, 0, 0, 1, 0});
    put(table_at + 2 * sizeof(Elf64_Shdr), Elf64_Shdr{10, SHT_STRTAB, 0, 0, names_at, sizeof names, 0, 0, 1, 0});
  }
  explicit ElfFile(const sdk::Manifest& manifest)
      : ElfFile(sdk::bytes(reinterpret_cast<const std::uint8_t*>(&manifest), sizeof manifest)) {}

  /// Changes the header.
  template <class Change>
  ElfFile& header(Change change) {
    Elf64_Ehdr header;
    std::memcpy(&header, octets.data(), sizeof header);
    change(header);
    put(0, header);
    return *this;
  }
  template <class T>
  void put(std::size_t at, const T& value) {
    std::memcpy(octets.data() + at, &value, sizeof value);
  }
};

}  // namespace p2pchat::test
