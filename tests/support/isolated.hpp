// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/isolated_plugin.hpp"
#include "isolation/work.hpp"
#include "support/real_host.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace p2pchat::test {

/// The loop of a node with one plugin, which runs in a worker: this program, begun again.
class IsolatedInstance {
 public:
  using Settings = std::vector<std::pair<std::string, std::string>>;
  explicit IsolatedInstance(const char* provides, const Settings& settings = {}, const std::string& data = {})
      : IsolatedInstance(std::make_unique<RealLoop>(), provides, settings, data) {}
  /// On a loop that others share, which outlives it.
  IsolatedInstance(RealLoop& loop, const char* provides, const Settings& settings = {}, const std::string& data = {})
      : loop_(loop), host_(loop) {
    for (const auto& [key, value] : settings) host_.set(key, value);
    sdk::Status status;
    loop_.call([&] {
      plugin_ = isolation::isolate(host_,
                                   {.program = "/proc/self/exe", .plugin = "it", .provides = {provides}, .data = data});
      status = plugin_->start();
    });
    if (!status.ok()) throw std::runtime_error(status.text);
  }
  ~IsolatedInstance() {
    loop_.call([this] {
      host_.drop_callbacks();
      plugin_->stop();
      host_.drop_callbacks();  // what its worker said meanwhile
      plugin_->destroy();
    });
  }
  IsolatedInstance(const IsolatedInstance&) = delete;
  template <class Interface>
  Interface& as() {
    return *static_cast<Interface*>(plugin_->query(Interface::iid));
  }

 private:
  IsolatedInstance(std::unique_ptr<RealLoop> loop, const char* provides, const Settings& settings,
                   const std::string& data)
      : IsolatedInstance(*loop, provides, settings, data) {
    own_ = std::move(loop);
  }

  std::unique_ptr<RealLoop> own_;
  RealLoop& loop_;
  RealHost host_;
  sdk::Plugin* plugin_ = nullptr;
};

/// The `main` of a test whose plugin runs in a worker, where `make` makes it.
inline int test_or_work(int argc, char** argv, sdk::Plugin* (*make)(sdk::Host& host)) {
  if (argc == 3 && std::string_view(argv[1]) == "worker")
    return isolation::work(isolation::worker_descriptor, [make](sdk::Host& host, sdk::Status&) { return make(host); });
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}

/// The same for a plugin of class P.
template <class P>
int test_or_work(int argc, char** argv) {
  return test_or_work(argc, argv, [](sdk::Host& host) -> sdk::Plugin* { return new P(host); });
}

}  // namespace p2pchat::test
