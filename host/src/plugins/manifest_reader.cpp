// SPDX-License-Identifier: MIT
#include "plugins/manifest_reader.hpp"

#include "plugins/event_bus.hpp"

#include <elf.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <optional>

namespace p2pchat::host {
namespace {

using Bytes = std::span<const std::uint8_t>;
using Outcome = ManifestReading::Outcome;

// A part of the bytes; nothing when any of it lies outside. No sum can overflow.
std::optional<Bytes> part(Bytes bytes, std::uint64_t offset, std::uint64_t size) {
  if (offset > bytes.size() || size > bytes.size() - offset) return std::nullopt;
  return bytes.subspan(offset, size);
}

template <class T>
std::optional<T> read_at(Bytes bytes, std::uint64_t offset) {
  const auto from = part(bytes, offset, sizeof(T));
  if (!from) return std::nullopt;
  T value;
  std::memcpy(&value, from->data(), sizeof value);
  return value;
}

#if defined(__x86_64__)
constexpr Elf64_Half this_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr Elf64_Half this_machine = EM_AARCH64;
#elif defined(__riscv)
constexpr Elf64_Half this_machine = EM_RISCV;
#else
constexpr Elf64_Half this_machine = EM_NONE;  // not judged here: dlopen will
#endif

const char* objection(const Elf64_Ehdr& header) {
  constexpr auto native = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0) return "the file is not ELF";
  if (header.e_ident[EI_CLASS] != ELFCLASS64) return "it is not a 64-bit ELF file";
  if (header.e_ident[EI_DATA] != native) return "it is ELF of the other byte order";
  if (header.e_type != ET_DYN) return "it is ELF, but not a shared library";
  if (this_machine != EM_NONE && header.e_machine != this_machine) return "it is built for another kind of processor";
  if (header.e_shentsize != sizeof(Elf64_Shdr)) return "its section headers have an unknown size";
  return nullptr;
}

std::string_view text_at(Bytes strings, std::uint64_t offset) {
  if (offset >= strings.size()) return {};
  const auto from = strings.subspan(offset);
  const auto end = std::find(from.begin(), from.end(), 0);
  return {reinterpret_cast<const char*>(from.data()), static_cast<std::size_t>(end - from.begin())};
}

// The bytes of section `.p2pchat`; nothing when there is none.
std::optional<Bytes> manifest_section(Bytes file, const Elf64_Ehdr& header) {
  const auto table = part(file, header.e_shoff, std::uint64_t{header.e_shnum} * sizeof(Elf64_Shdr));
  if (!table) return std::nullopt;
  const auto section = [&](std::uint64_t index) { return read_at<Elf64_Shdr>(*table, index * sizeof(Elf64_Shdr)); };
  const auto names_header = section(header.e_shstrndx);
  if (!names_header) return std::nullopt;
  const auto names = part(file, names_header->sh_offset, names_header->sh_size);
  if (!names) return std::nullopt;
  for (unsigned i = 0; i < header.e_shnum; ++i) {
    const auto each = section(i);
    if (each->sh_type == SHT_PROGBITS && text_at(*names, each->sh_name) == ".p2pchat")
      return part(file, each->sh_offset, each->sh_size);
  }
  return std::nullopt;
}

template <std::size_t n>
bool ends(const char (&text)[n]) {
  return std::memchr(text, 0, n) != nullptr;
}

// Shown to people, so nothing that could steer a terminal: no control character of ASCII or, in UTF-8, of Latin-1.
bool printable(std::string_view text) {
  unsigned before = 0;
  for (const char c : text) {
    const unsigned octet = static_cast<unsigned char>(c);
    if (octet < 0x20 || octet == 0x7f || (before == 0xc2 && octet < 0xa0)) return false;
    before = octet;
  }
  return true;
}

bool is_name(std::string_view text) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";
  return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

const char* objection(const sdk::Manifest& m) {
  if (!ends(m.abi) || !ends(m.id) || !ends(m.name) || !ends(m.version) || !ends(m.license))
    return "a text does not end inside its field";
  if (!is_name(m.id) || std::strchr(m.id, '/')) return "the id is empty or holds more than letters, digits, . _ and -";
  if (m.id == program_itself) return "the id is that of the program itself";
  if (!printable(m.name) || !printable(m.version) || !printable(m.license)) return "a text holds control characters";
  if (m.n_provides > std::size(m.provides) || m.n_dependencies > std::size(m.dependencies) ||
      m.n_settings > std::size(m.settings))
    return "it counts more entries than there is room for";
  for (unsigned i = 0; i < m.n_provides; ++i)
    if (!ends(m.provides[i]) || !is_name(m.provides[i])) return "a provided interface has no proper name";
  for (unsigned i = 0; i < m.n_dependencies; ++i)
    if (!ends(m.dependencies[i].iid) || !is_name(m.dependencies[i].iid)) return "a dependency has no proper name";
  for (unsigned i = 0; i < m.n_settings; ++i)
    if (!ends(m.settings[i]) || !is_name(m.settings[i])) return "a setting has no proper name";
  return nullptr;
}

}  // namespace

ManifestReading read_manifest(Bytes file) {
  const auto header = read_at<Elf64_Ehdr>(file, 0);
  if (!header) return {Outcome::not_elf, {}, "the file is too short to be ELF"};
  if (const auto* wrong = objection(*header)) return {Outcome::not_elf, {}, wrong};
  const auto section = manifest_section(file, *header);
  if (!section) return {Outcome::no_manifest, {}, "it has no section .p2pchat"};

  constexpr auto prefix = offsetof(sdk::Manifest, id);  // the part that every SDK version lays out alike
  ManifestReading reading{Outcome::read, {}, ""};
  auto& manifest = reading.manifest;
  if (section->size() < prefix || std::memcmp(section->data(), manifest.magic, sizeof manifest.magic) != 0)
    return {Outcome::no_manifest, {}, "its section .p2pchat does not begin with a manifest"};
  manifest = {};
  std::memcpy(static_cast<void*>(&manifest), section->data(), std::min(section->size(), sizeof manifest));
  if (!ends(manifest.abi) || !printable(manifest.abi)) return {Outcome::malformed, {}, "its ABI text is broken"};
  if (manifest.size != sizeof manifest) return {Outcome::foreign, manifest, ""};
  if (section->size() < sizeof manifest) return {Outcome::malformed, {}, "the manifest is cut short"};
  if (const auto* wrong = objection(manifest)) return {Outcome::malformed, {}, wrong};
  return reading;
}

}  // namespace p2pchat::host
