// SPDX-License-Identifier: MIT
#include "support/isolated.hpp"

#include "sqlite_store.hpp"
#include "store_contract.hpp"

#include <filesystem>

namespace p2pchat::test {
namespace {

/// A store in a process of its own, which may write to one folder, that goes with it.
class IsolatedStore final : public OpenStore {
 public:
  IsolatedStore() { open(); }
  ~IsolatedStore() override {
    store().close();
    std::filesystem::remove_all(directory_);
  }
  sdk::Store& store() override { return instance_.as<sdk::Store>(); }
  void reopen() override {
    store().close();
    open();
  }

 private:
  static std::string new_directory() {
    auto name = (std::filesystem::temp_directory_path() / "p2pchat-store-XXXXXX").string();
    return mkdtemp(name.data());
  }
  void open() {
    std::string notice;
    sdk::OutTo out(notice);
    const auto status = store().open(directory_, out);
    EXPECT_TRUE(status.ok()) << status.text;
    EXPECT_EQ(notice, "");
  }

  const std::string directory_ = new_directory();
  IsolatedInstance instance_{sdk::Store::iid, {}, directory_};
};

INSTANTIATE_TEST_SUITE_P(Isolated, StoreContract,
                         testing::Values(StoreMaker{"SqliteStore", [] { return std::make_unique<IsolatedStore>(); }}),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace p2pchat::test

int main(int argc, char** argv) { return p2pchat::test::test_or_work<p2pchat::sqlite_store::SqliteStore>(argc, argv); }
