// SPDX-License-Identifier: MIT
#include "memory_store.hpp"
#include "sqlite_store.hpp"
#include "store_contract.hpp"
#include "support/virtual_host.hpp"

#include <filesystem>

namespace p2pchat::test {
namespace {

/// A plugin of class P in a directory of its own, which goes with it.
template <class P>
class Opened final : public OpenStore {
 public:
  Opened() {
    auto name = (std::filesystem::temp_directory_path() / "p2pchat-store-XXXXXX").string();
    directory_ = mkdtemp(name.data());
    open();
  }
  ~Opened() override {
    plugin_->close();
    plugin_->destroy();
    std::filesystem::remove_all(directory_);
  }
  sdk::Store& store() override { return *plugin_; }
  void reopen() override {
    plugin_->close();
    open();
  }

 private:
  void open() {
    std::string notice;
    sdk::OutTo out(notice);
    const auto status = plugin_->open(directory_, out);
    EXPECT_TRUE(status.ok()) << status.text;
    EXPECT_EQ(notice, "");
  }
  std::string directory_;
  VirtualClock clock_;
  VirtualHost host_{clock_};
  P* plugin_ = new P(host_);
};

template <class P>
StoreMaker maker(const char* name) {
  return {name, [] { return std::make_unique<Opened<P>>(); }};
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract,
                         testing::Values(maker<memory_store::MemoryStore>("MemoryStore"),
                                         maker<sqlite_store::SqliteStore>("SqliteStore")),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace p2pchat::test
