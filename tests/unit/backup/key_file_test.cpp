// SPDX-License-Identifier: MIT
#include "backup/key_wish.hpp"
#include "support/plain_crypto.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace p2pchat::backup {
namespace {

using sdk::Errc;
using sdk::Status;
namespace fs = std::filesystem;

struct KeyFiles : testing::Test {
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  test::PlainCrypto crypto{host};
  fs::path folder;
  OwnKey mine;

  void SetUp() override {
    std::string pattern = testing::TempDir() + "keys-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    mine = {folder / "identity.p8", ""};
    make(mine.file, mine.passphrase);
  }
  void TearDown() override { fs::remove_all(folder); }

  sdk::Id make(const fs::path& file, const std::string& passphrase) {
    Status status;
    const Key key(crypto.generate(status));
    EXPECT_TRUE(write_key(*key, file, passphrase).ok());
    return whose(file, passphrase);
  }
  sdk::Id whose(const fs::path& file, const std::string& passphrase) {
    Status status;
    sdk::Id id;
    const auto key = read_key(crypto, file, passphrase, status);
    EXPECT_TRUE(key) << status.text;
    EXPECT_TRUE(key && id_of(crypto, *key, id).ok());
    return id;
  }
  std::size_t files() { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})); }
};

TEST_F(KeyFiles, ACopyIsTakenInElsewhereUnderItsPassphrase) {
  const auto me = whose(mine.file, "");
  ASSERT_TRUE(save_copy(crypto, mine, folder / "copy", "horses").ok());
  const OwnKey elsewhere{folder / "other.p8", "their own"};
  make(elsewhere.file, elsewhere.passphrase);
  ASSERT_TRUE(take_in(crypto, elsewhere, folder / "copy", "horses").ok());
  EXPECT_EQ(whose(elsewhere.file, "their own"), me);
}

TEST_F(KeyFiles, TheFormerKeyIsKeptBesideTheNewOneAndCanComeBack) {
  const auto former = whose(mine.file, "");
  make(folder / "copy", "horses");
  ASSERT_TRUE(take_in(crypto, mine, folder / "copy", "horses").ok());
  EXPECT_NE(whose(mine.file, ""), former);
  EXPECT_EQ(files(), 3U);
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename().string().starts_with("identity-")) {
      EXPECT_EQ(whose(entry.path(), ""), former);
      ASSERT_TRUE(take_in(crypto, mine, entry.path(), "").ok());
      break;
    }
  EXPECT_EQ(whose(mine.file, ""), former);
}

TEST_F(KeyFiles, AWrongPassphraseChangesNothing) {
  const auto me = whose(mine.file, "");
  make(folder / "copy", "horses");
  const auto status = take_in(crypto, mine, folder / "copy", "cows");
  EXPECT_EQ(status.code, Errc::refused) << status.text;
  EXPECT_EQ(whose(mine.file, ""), me);
  EXPECT_EQ(files(), 2U);
}

TEST_F(KeyFiles, WhatIsNoKeyChangesNothingAndIsNamed) {
  std::ofstream(folder / "noise") << "no key";
  std::ofstream(folder / "large") << std::string(70'000, 'x');
  const auto me = whose(mine.file, "");
  EXPECT_EQ(take_in(crypto, mine, folder / "noise", "x").code, Errc::malformed);
  EXPECT_EQ(take_in(crypto, mine, folder / "large", "x").code, Errc::too_large);
  EXPECT_EQ(take_in(crypto, mine, folder / "absent", "x").code, Errc::not_found);
  EXPECT_EQ(take_in(crypto, mine, folder, "x").code, Errc::refused);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(take_in(crypto, mine, folder / "pipe", "x").code, Errc::refused);
  EXPECT_EQ(whose(mine.file, ""), me);
}

TEST_F(KeyFiles, ACopyOthersMayReadIsTakenIn) {
  const auto carried = make(folder / "copy", "horses");
  ASSERT_EQ(::chmod((folder / "copy").c_str(), 0644), 0);
  EXPECT_TRUE(take_in(crypto, mine, folder / "copy", "horses").ok());
  EXPECT_EQ(whose(mine.file, ""), carried);
}

TEST_F(KeyFiles, MyOwnKeyIsTakenInWithoutAChange) {
  ASSERT_TRUE(save_copy(crypto, mine, folder / "copy", "horses").ok());
  EXPECT_TRUE(take_in(crypto, mine, folder / "copy", "horses").ok());
  EXPECT_EQ(files(), 2U);
}

TEST_F(KeyFiles, ACopyIsWrittenOverNothingAndNotWithoutAPassphrase) {
  EXPECT_EQ(save_copy(crypto, mine, mine.file, "horses").code, Errc::refused);
  EXPECT_EQ(save_copy(crypto, mine, folder / "copy", "").code, Errc::invalid);
  EXPECT_EQ(files(), 1U);
}

TEST(KeyWishes, AreReadStrictly) {
  const auto wish = read_wish("secret.restore-key", R"({"file":"/tmp/a b","passphrase":"\"马\""})");
  ASSERT_TRUE(wish);
  EXPECT_EQ(wish->what, KeyWish::What::restore);
  EXPECT_EQ(wish->file, "/tmp/a b");
  EXPECT_EQ(wish->passphrase, "\"马\"");
  EXPECT_FALSE(read_wish("secret.restore-key", R"({"file":"a","passphrase":""})")) << "relative to what?";
  EXPECT_FALSE(read_wish("secret.other", R"({"file":"/a","passphrase":""})"));
  EXPECT_FALSE(read_wish("secret.save-key", "/a"));
  EXPECT_FALSE(read_wish("secret.save-key", R"({"file":"/a","passphrase":"","more":1})"));
}

}  // namespace
}  // namespace p2pchat::backup
