// SPDX-License-Identifier: MIT
#pragma once
#include "abi/crossing/told_host.hpp"
#include "abi/witness/routing.hpp"
#include "plugins/catalog.hpp"
#include "support/loop_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace p2pchat::witness {

/// The loader, proxies and facades of this host around the witness in the folder that P2PCHAT_WITNESS names, which was
/// built with other headers, and perhaps by another compiler. The thread of the test has every tag.
class Crossing : public testing::Test {
 protected:
  Crossing() { world.threads.claim(host::Tag::serial), world.threads.claim(host::Tag::main); }
  ~Crossing() override { world.plugins.stop(); }

  /// Runs `f` with the witness's interface, then all that it left on the loop.
  template <class Interface, class F>
  void with(const F& f) {
    run([&] {
      auto* interface = asker.get<Interface>();
      ASSERT_NE(interface, nullptr);
      f(*interface);
      world.loop.post([this] { world.finish_later(); });
    });
  }
  /// Loads and starts the witness on the loop, and runs `f` there until `world.finish`.
  template <class F>
  void run(const F& f) {
    world.run([&] {
      world.plugins.load(world.services);
      world.plugins.set_host([this](std::string_view iid, std::string_view) { return ours(iid); }, &asker.guard());
      world.plugins.start();
      for (const auto& candidate : world.plugins.candidates()) EXPECT_TRUE(candidate.good()) << candidate.reason;
      if (HasFailure()) return world.finish();
      f();
    });
  }
  /// A callback that keeps what it got, as text.
  auto hear() {
    return [this](const auto&... got) { heard.push_back(told("", shown(got)...)); };
  }
  static std::string_view shown(const sdk::Status& status) { return status.text; }
  static std::string shown(const sdk::NodeEntry& node) { return text_of(node); }
  template <class T>
  static const T& shown(const T& other) {
    return other;
  }
  /// Whether exactly these texts were heard, in whatever order.
  void expect_heard(std::vector<std::string> expected) {
    for (auto& each : expected) each.insert(0, " ");
    std::ranges::sort(expected), std::ranges::sort(heard);
    EXPECT_EQ(heard, expected);
  }

  std::vector<std::string> heard;
  test::LoopWorld world{found(), {"witness"}, {{"witness", {{"word", "aye"}}}}};
  host::Facade asker{world.services, "asker", {}};

 private:
  static std::vector<host::Candidate> found() {
    const char* folder = std::getenv("P2PCHAT_WITNESS");
    if (!folder) throw std::runtime_error("P2PCHAT_WITNESS names no folder");
    auto candidates = host::find_plugins({folder});
    host::judge_files(candidates, {"witness"}, "test", host::Speech::own());
    return candidates;
  }
  void* ours(std::string_view iid) {
    if (iid == sdk::Chat::iid) return static_cast<sdk::Chat*>(&chat_);
    if (iid == sdk::Identity::iid) return static_cast<sdk::Identity*>(&identity_);
    if (iid == sdk::Network::iid) return static_cast<sdk::Network*>(&network_);
    return iid == sdk::Tables::iid ? static_cast<sdk::Tables*>(&tables_) : nullptr;
  }

  ToldChat chat_;
  ToldIdentity identity_;
  ToldNetwork network_;
  ToldTables tables_;
};

}  // namespace p2pchat::witness
