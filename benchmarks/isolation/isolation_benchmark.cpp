// SPDX-License-Identifier: MIT
// What a call of a plugin in a process of its own costs, as a multiple of what two processes need to pass as many
// octets to and fro over a bare socket pair in the same run. The call is `Crypto::digest` of 32 octets, whose work is
// under a microsecond; the thread that asks reads the answer, and one that rests in the worker reads the call.
#include "ed25519_suite.hpp"
#include "support/isolated.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

using namespace p2pchat;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 31, calls = 300;
constexpr std::size_t octets = 64;  // about those of the frames of the call

/// A process that sends back what it gets.
class Mirror {
 public:
  Mirror() {
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) std::abort();
    if (::fork() == 0) {
      ::close(pair[0]);
      std::array<char, octets> frame;
      while (::recv(pair[1], frame.data(), octets, MSG_WAITALL) == static_cast<ssize_t>(octets))
        if (::send(pair[1], frame.data(), octets, 0) < 0) break;
      ::_exit(0);
    }
    ::close(pair[1]);
    ours_ = pair[0];
  }
  ~Mirror() { ::close(ours_); }
  Mirror(const Mirror&) = delete;
  void pass() const {
    std::array<char, octets> frame{};
    if (::send(ours_, frame.data(), octets, 0) < 0) std::abort();
    if (::recv(ours_, frame.data(), octets, MSG_WAITALL) < 0) std::abort();
  }

 private:
  int ours_ = -1;
};

template <class F>
double us_each(const F& f) {
  const auto began = Clock::now();
  for (int i = 0; i < calls; ++i) f();
  return std::chrono::duration<double, std::micro>(Clock::now() - began).count() / calls;
}

void measure() {
  const Mirror mirror;
  test::IsolatedInstance instance(sdk::Crypto::iid);
  auto& crypto = instance.as<sdk::Crypto>();
  const sdk::Id data;
  std::vector<double> ratios, called, passed;
  for (int round = -1; round < rounds; ++round) {
    const auto pass = us_each([&] { mirror.pass(); });
    const auto call = us_each([&] {
      sdk::Id id;
      if (!crypto.digest(data.view(), id).ok()) std::abort();
    });
    if (round < 0) continue;  // warms caches
    passed.push_back(pass), called.push_back(call), ratios.push_back(call / pass);
  }
  for (auto* values : {&ratios, &called, &passed}) std::ranges::sort(*values);
  const auto middle = rounds / 2;
  std::printf("%-62s %7.3f  (%.3f to %.3f)  %9.2f / %9.2f us\n", "an isolated call, bare socket pair", ratios[middle],
              ratios.front(), ratios.back(), called[middle], passed[middle]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) return test::test_or_work<cipher::ed25519::Suite>(argc, argv);
  measure();
  return 0;
}
