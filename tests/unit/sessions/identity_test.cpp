// SPDX-License-Identifier: MIT
#include "samples.hpp"
#include "sessions/own_identity.hpp"

#include <sys/stat.h>

#include <fstream>

namespace p2pchat::test {
namespace {

namespace fs = std::filesystem;

class IdentityTest : public ::testing::Test {
 protected:
  IdentityTest() {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    directory = fs::temp_directory_path() / ("p2pchat-identity-" + std::to_string(getpid()) + info->name());
    fs::remove_all(directory);
    fs::create_directory(directory);
    file = directory / "identity.p8";
  }
  ~IdentityTest() override { fs::remove_all(directory); }

  /// Starts an identity and returns how it went, with its id in `id`.
  sdk::Status start(const fs::path& path, const std::string& passphrase = "") {
    messaging::OwnIdentity identity(node, crypto);
    sdk::Status told(sdk::Errc::internal, "not answered"), known;
    identity.start(path, passphrase, [&](const sdk::Status& status) { told = status; });
    identity.self([&](const sdk::Status& status, const sdk::Id& self, sdk::bytes) { known = status, id = self; });
    clock.run_for(1);
    EXPECT_EQ(told.code, known.code);
    EXPECT_EQ(identity.key() != nullptr, told.ok());
    return told;
  }
  std::string content() const {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& text) const { std::ofstream(file, std::ios::binary | std::ios::trunc) << text; }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(directory), {})); }
  static bool says(const sdk::Status& status, std::string_view words) {
    return std::string_view(status.text).find(words) != std::string_view::npos;
  }

  VirtualClock clock;
  VirtualHost node{clock};
  PlainCrypto crypto{node};
  fs::path directory, file;
  sdk::Id id;
};

TEST_F(IdentityTest, IsMadeOnceAndReadFromThenOn) {
  ASSERT_TRUE(start(file).ok());
  const auto first = id;
  struct stat about {};
  ASSERT_EQ(stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
  EXPECT_EQ(files(), 1u);
  ASSERT_TRUE(start(file).ok());
  EXPECT_EQ(id, first);
}

TEST_F(IdentityTest, AnEphemeralOneIsNewEachTimeAndNeverWritten) {
  ASSERT_TRUE(start({}).ok());
  const auto first = id;
  ASSERT_TRUE(start({}).ok());
  EXPECT_NE(id, first);
  EXPECT_EQ(files(), 0u);
}

TEST_F(IdentityTest, AFileOthersMayReadIsRefusedWithWhatToDo) {
  ASSERT_TRUE(start(file).ok());
  for (auto extra : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write, fs::perms::others_exec}) {
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | extra);
    const auto status = start(file);
    EXPECT_EQ(status.code, sdk::Errc::refused);
    EXPECT_TRUE(says(status, "chmod 600 " + directory.string().substr(0, 20))) << status.text;
  }
}

TEST_F(IdentityTest, ALinkIsRefused) {
  ASSERT_TRUE(start(file).ok());
  fs::rename(file, directory / "elsewhere");
  fs::create_symlink("elsewhere", file);
  EXPECT_EQ(start(file).code, sdk::Errc::refused);
  fs::remove(file);
  fs::create_symlink("nowhere", file);
  EXPECT_EQ(start(file).code, sdk::Errc::refused);
  EXPECT_FALSE(fs::exists(directory / "nowhere"));
}

TEST_F(IdentityTest, ADirectoryOrAPipeInItsPlaceIsRefused) {
  fs::create_directory(file);
  EXPECT_EQ(start(file).code, sdk::Errc::refused);
  fs::remove(file);
  ASSERT_EQ(mkfifo(file.c_str(), 0600), 0);
  EXPECT_EQ(start(file).code, sdk::Errc::refused);
}

TEST_F(IdentityTest, ATruncatedFileIsRefusedAndNotReplaced) {
  ASSERT_TRUE(start(file).ok());
  const auto whole = content();
  for (std::size_t size : {std::size_t{0}, whole.size() / 2, whole.size() - 1}) {
    write(whole.substr(0, size));
    const auto status = start(file);
    EXPECT_EQ(status.code, sdk::Errc::malformed);
    EXPECT_TRUE(says(status, ": /")) << "names the file";
    EXPECT_EQ(content().size(), size);
  }
}

TEST_F(IdentityTest, AFileOverTheLimitIsNotAKey) {
  ASSERT_TRUE(start(file).ok());
  write(std::string(65 * 1024, 'x'));
  EXPECT_EQ(start(file).code, sdk::Errc::too_large);
}

TEST_F(IdentityTest, OpensOnlyWithItsPassphrase) {
  ASSERT_TRUE(start(file, "correct horse").ok());
  const auto first = id;
  EXPECT_EQ(start(file, "wrong horse").code, sdk::Errc::refused);
  EXPECT_EQ(start(file).code, sdk::Errc::refused);
  ASSERT_TRUE(start(file, "correct horse").ok());
  EXPECT_EQ(id, first);
}

TEST_F(IdentityTest, ADirectoryThatIsNotThereIsNamed) {
  const auto status = start(directory / "missing" / "identity.p8");
  EXPECT_EQ(status.code, sdk::Errc::io);
  EXPECT_TRUE(says(status, "cannot create")) << status.text;
}

TEST_F(IdentityTest, WhatACrashLeftBesideItDoesNoHarm) {
  std::ofstream(file.string() + ".new") << "half a key";
  ASSERT_TRUE(start(file).ok());
  EXPECT_EQ(files(), 1u);
  EXPECT_TRUE(start(file).ok());
}

TEST_F(IdentityTest, IsUsableWhileItIsBeingMade) {
  messaging::OwnIdentity identity(node, crypto);
  std::vector<std::string> told;
  std::vector<std::uint8_t> signature, public_key;
  identity.sign(sdk::bytes::of("text"), [&](const sdk::Status& status, sdk::bytes octets) {
    told.push_back(status.ok() ? "signed" : status.text);
    signature.assign(octets.ptr, octets.ptr + octets.len);
  });
  identity.delegate(node.now_ms() + 1'000, [&](const sdk::Status& status, sdk::bytes secret, sdk::bytes delegation) {
    told.push_back(status.ok() && secret.len && delegation.len ? "delegated" : status.text);
  });
  clock.run_for(1'000);
  EXPECT_TRUE(told.empty());
  identity.start({}, "", {});
  EXPECT_TRUE(told.empty());
  clock.run_for(1);
  EXPECT_EQ(told, (std::vector<std::string>{"signed", "delegated"}));
  identity.self(
      [&](const sdk::Status&, const sdk::Id&, sdk::bytes key) { public_key.assign(key.ptr, key.ptr + key.len); });
  clock.run_for(1);
  EXPECT_TRUE(crypto.verify(public_key, sdk::bytes::of("text"), signature).ok());
  std::vector<std::uint8_t> sealed;
  sdk::OutTo out(sealed);
  ASSERT_TRUE(crypto.seal(public_key, sdk::bytes::of("aad"), sdk::bytes::of("secret"), out).ok());
  std::string opened;
  identity.open(sdk::bytes::of("aad"), sealed, [&](const sdk::Status&, sdk::bytes plain) { opened = plain.text(); });
  clock.run_for(1);
  EXPECT_EQ(opened, "secret");
}

TEST_F(IdentityTest, StopAnswersWhatWaitsOnceAndForAll) {
  messaging::OwnIdentity identity(node, crypto);
  std::vector<sdk::Errc> told;
  auto note = [&](const sdk::Status& status, sdk::bytes) { told.push_back(status.code); };
  identity.sign({}, note);
  identity.stop();
  EXPECT_TRUE(told.empty());  // never from inside the call
  identity.sign({}, note);
  identity.start({}, "", [&](const sdk::Status& status) { told.push_back(status.code); });
  clock.run_for(1);
  EXPECT_EQ(told, std::vector(3, sdk::Errc::cancelled));
}

}  // namespace
}  // namespace p2pchat::test
