// SPDX-License-Identifier: MIT
#include "support/isolated.hpp"

#include "sqlite_store.hpp"
#include "store_contract.hpp"

#include <filesystem>

namespace p2pchat::test {
namespace {

/// A folder that goes with everything in it.
struct Folder {
  Folder() : path(mkdtemp(name.data())) {}
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  std::string name = (std::filesystem::temp_directory_path() / "p2pchat-store-XXXXXX").string();
  const std::string path;
};

/// A store in a process of its own, which may write to one folder.
class IsolatedStore final : public OpenStore {
 public:
  IsolatedStore() { open(); }
  ~IsolatedStore() override { store().close(); }
  sdk::Store& store() override { return instance_.as<sdk::Store>(); }
  void reopen() override {
    store().close();
    open();
  }

 private:
  void open() {
    std::string notice;
    sdk::OutTo out(notice);
    const auto status = store().open(folder_.path, out);
    EXPECT_TRUE(status.ok()) << status.text;
    EXPECT_EQ(notice, "");
  }

  const Folder folder_;  // outlives the process
  IsolatedInstance instance_{sdk::Store::iid, {}, folder_.path};
};

TEST(IsolatedStore, whose_close_has_returned_leaves_its_folder_to_another) {
  const Folder folder;
  IsolatedInstance first(sdk::Store::iid, {}, folder.path), second(sdk::Store::iid, {}, folder.path);
  auto *one = &first.as<sdk::Store>(), *other = &second.as<sdk::Store>();
  for (int turn = 0; turn < 10; ++turn, std::swap(one, other)) {
    std::string notice;
    sdk::OutTo out(notice);
    const auto status = one->open(folder.path, out);
    ASSERT_TRUE(status.ok()) << status.text << " in turn " << turn;
    EXPECT_EQ(other->open(folder.path, out).code, sdk::Errc::busy);
    one->close();
  }
}

INSTANTIATE_TEST_SUITE_P(Isolated, StoreContract,
                         testing::Values(StoreMaker{"SqliteStore", [] { return std::make_unique<IsolatedStore>(); }}),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace p2pchat::test

int main(int argc, char** argv) { return p2pchat::test::test_or_work<p2pchat::sqlite_store::SqliteStore>(argc, argv); }
