// SPDX-License-Identifier: MIT
// What a call of a plugin costs through the proxy that the host puts before it, beside the same call made directly, in
// the same run: the thread is checked, the call is marked and timed, and what it gives is looked at.
#include "plugins/facade.hpp"
#include "plugins/proxies.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/routing.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

using namespace p2pchat;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 101, calls = 2000;

/// A plugin whose calls do as good as nothing.
class Nothing final : public sdk::Routing {
 public:
  void join(sdk::str, sdk::StatusFn&& done) override { done_ = std::move(done); }
  void locate(const sdk::Id&, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&&) override {}
  void closest(const sdk::Id&, std::uint32_t, sdk::NodesFn&&) override {}
  void known(const sdk::Id&, std::uint32_t, const sdk::Fn<void(const sdk::NodeEntry&)>& each) override { each(entry_); }
  [[gnu::noinline]] void put(const sdk::Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&&) override { ++calls_; }
  void get(const sdk::Id&, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&&) override {}
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>&) override { ++calls_; }

 private:
  sdk::StatusFn done_;
  sdk::NodeEntry entry_;
  std::uint64_t calls_ = 0;
};

class Quiet final : public host::Log, public host::Directory {
 public:
  void write(sdk::Level, std::string_view, std::string_view) noexcept override {}
  void* find(host::Facade&, std::string_view, std::uint32_t) override { return nullptr; }
};

template <class F>
double ns_each(const F& f) {
  const auto began = Clock::now();
  for (int i = 0; i < calls; ++i) f();
  return std::chrono::duration<double, std::nano>(Clock::now() - began).count() / calls;
}

template <class F>
void compare(const char* what, sdk::Routing& direct, sdk::Routing& proxied, const F& call) {
  std::vector<double> plain, through, more;
  for (int round = -3; round < rounds; ++round) {
    const auto one = ns_each([&] { call(direct); });
    const auto other = ns_each([&] { call(proxied); });
    if (round < 0) continue;  // warms caches
    plain.push_back(one), through.push_back(other), more.push_back(other - one);
  }
  for (auto* values : {&plain, &through, &more}) std::ranges::sort(*values);
  const auto at = [](const std::vector<double>& values) { return values[values.size() / 2]; };
  std::printf("%-40s %7.1f x  %8.1f / %6.1f ns  overhead %6.1f ns (%.1f to %.1f)\n", what, at(through) / at(plain),
              at(through), at(plain), at(more), more.front(), more.back());
}

}  // namespace

int main() {
  Quiet quiet;
  host::Threads threads;
  host::EventLoop loop(threads);
  host::Workers workers;
  host::EventBus bus(loop);
  threads.claim(host::Tag::loop);
  const host::Services services{threads, loop, workers, bus, quiet, quiet};
  host::Facade callee(services, "callee", {}), caller(services, "caller", {});
  Nothing target;
  const auto seen =
      host::see(sdk::Routing::iid, static_cast<sdk::Routing*>(&target), {&callee.guard(), caller.callbacks()});
  auto& proxied = *static_cast<sdk::Routing*>(seen.interface);
  sdk::Id key;
  sdk::Routing* volatile hidden = &target;  // so that the direct call is one of a method nobody can see through
  auto& direct = *hidden;
  compare("a call without callbacks", direct, proxied, [&](sdk::Routing& r) { r.put(key, {}, 1, {}); });
  compare("a call that shows one node", direct, proxied,
          [&](sdk::Routing& r) { r.known(key, 1, [&](const sdk::NodeEntry& e) { key.b[0] ^= e.id.b[0]; }); });
  return 0;
}
