// SPDX-License-Identifier: MIT
#include "elf_file.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using Outcome = host::ManifestReading::Outcome;

Outcome outcome(const ElfFile& file) { return host::read_manifest(file.octets).outcome; }

TEST(ManifestReader, reads_what_a_plugin_says_of_itself) {
  const auto reading = host::read_manifest(ElfFile(manifest_of("kademlia")).octets);
  ASSERT_EQ(reading.outcome, Outcome::read) << reading.detail;
  EXPECT_STREQ(reading.manifest.id, "kademlia");
  EXPECT_STREQ(reading.manifest.version, "1.0.0");
}

TEST(ManifestReader, takes_no_file_that_is_not_a_shared_library_of_this_machine) {
  const auto altered = [](auto change) { return outcome(ElfFile(manifest_of("x")).header(change)); };
  EXPECT_EQ(altered([](auto& h) { h.e_ident[0] = 'M'; }), Outcome::not_elf);
  EXPECT_EQ(altered([](auto& h) { h.e_ident[EI_CLASS] = ELFCLASS32; }), Outcome::not_elf);
  EXPECT_EQ(altered([](auto& h) { h.e_ident[EI_DATA] = ELFDATA2MSB; }), Outcome::not_elf);
  EXPECT_EQ(altered([](auto& h) { h.e_type = ET_EXEC; }), Outcome::not_elf);
  EXPECT_EQ(altered([](auto& h) { h.e_machine = EM_S390; }), Outcome::not_elf);
  EXPECT_EQ(host::read_manifest({}).outcome, Outcome::not_elf);
}

TEST(ManifestReader, follows_no_offset_out_of_the_file) {
  for (const std::uint64_t far : {std::uint64_t{1} << 20, ~std::uint64_t{0}, ~std::uint64_t{0} - 100}) {
    EXPECT_EQ(outcome(ElfFile(manifest_of("x")).header([&](auto& h) { h.e_shoff = far; })), Outcome::no_manifest);
    for (const std::size_t section : {1U, 2U}) {
      ElfFile file(manifest_of("x"));
      const auto header_at = file.table_at + section * sizeof(Elf64_Shdr);
      file.put(header_at + offsetof(Elf64_Shdr, sh_offset), far);
      EXPECT_EQ(outcome(file), Outcome::no_manifest) << section;
      ElfFile sized(manifest_of("x"));
      sized.put(header_at + offsetof(Elf64_Shdr, sh_size), far);
      EXPECT_EQ(outcome(sized), Outcome::no_manifest) << section;
    }
  }
  EXPECT_EQ(outcome(ElfFile(manifest_of("x")).header([](auto& h) { h.e_shnum = 0xffff; })), Outcome::no_manifest);
  EXPECT_EQ(outcome(ElfFile(manifest_of("x")).header([](auto& h) { h.e_shstrndx = 99; })), Outcome::no_manifest);
}

TEST(ManifestReader, survives_every_truncation) {
  const ElfFile whole(manifest_of("x"));
  for (std::size_t size = 0; size < whole.octets.size(); ++size) {
    const std::vector<std::uint8_t> cut(whole.octets.begin(), whole.octets.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_NE(host::read_manifest(cut).outcome, Outcome::read) << size;
  }
}

TEST(ManifestReader, wants_the_magic) {
  auto manifest = manifest_of("x");
  manifest.magic[7] = '2';
  EXPECT_EQ(outcome(ElfFile(manifest)), Outcome::no_manifest);
}

TEST(ManifestReader, tells_the_version_of_a_manifest_laid_out_otherwise) {
  auto manifest = manifest_of("x");
  manifest.size = sizeof manifest + 400;
  manifest.sdk_major = 3;
  const auto reading = host::read_manifest(ElfFile(manifest).octets);
  EXPECT_EQ(reading.outcome, Outcome::foreign);
  EXPECT_EQ(reading.manifest.sdk_major, 3);
}

TEST(ManifestReader, refuses_fields_that_do_not_hold_together) {
  const auto altered = [](auto change) {
    auto manifest = manifest_of("x");
    change(manifest);
    return outcome(ElfFile(manifest));
  };
  EXPECT_EQ(altered([](auto& m) { std::memset(m.id, 'a', sizeof m.id); }), Outcome::malformed) << "no end";
  EXPECT_EQ(altered([](auto& m) { m.id[0] = 0; }), Outcome::malformed) << "empty";
  EXPECT_EQ(altered([](auto& m) { std::strcpy(m.id, "messaging"); }), Outcome::malformed) << "the program";
  EXPECT_EQ(altered([](auto& m) { m.id[0] = '/'; }), Outcome::malformed);
  EXPECT_EQ(altered([](auto& m) { m.name[0] = '\033'; }), Outcome::malformed) << "would steer a terminal";
  EXPECT_EQ(altered([](auto& m) { std::strcpy(m.name, "x\u009b31m"); }), Outcome::malformed)
      << "would steer a terminal";
  EXPECT_EQ(altered([](auto& m) { std::strcpy(m.name, "Tür ©"); }), Outcome::read);
  EXPECT_EQ(altered([](auto& m) { m.abi[3] = '\033'; }), Outcome::malformed) << "would steer a terminal";
  EXPECT_EQ(altered([](auto& m) { m.n_provides = 9; }), Outcome::malformed);
  EXPECT_EQ(altered([](auto& m) { m.n_dependencies = ~0U; }), Outcome::malformed);
  EXPECT_EQ(altered([](auto& m) { m.n_settings = 17; }), Outcome::malformed);
  EXPECT_EQ(altered([](auto& m) { m.n_provides = 1; }), Outcome::malformed) << "counted, but nameless";
}

}  // namespace
}  // namespace p2pchat::test
