// SPDX-License-Identifier: MIT
#include "desk.hpp"
#include "endpoint.hpp"
#include "support/fake_chat.hpp"
#include "support/virtual_host.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

/// Whatever a worker says to its node: it is a call that can be made, or it is malformed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace p2pchat;
  int pair[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) std::abort();
  test::VirtualClock clock;
  test::VirtualHost host(clock);
  test::FakeChat chat(host);
  host.provide<sdk::Chat>(chat);
  {
    const auto line = std::make_shared<isolation::Line>([&](sdk::Fn<void()>&& f) { host.post(std::move(f)); });
    line->claim();
    isolation::Endpoint node(pair[0], isolation::Side());
    isolation::Desk desk(host, node.callee(), line, {sdk::Chat::iid}, isolation::Desk::Life());
    node.callee().offer<isolation::NodeSide>(desk);
    isolation::FrameCutter cutter;
    cutter.add({reinterpret_cast<const char*>(data), size});
    for (auto frame = cutter.next(); frame && node.take(std::move(*frame)); frame = cutter.next()) clock.run_for(1);
    clock.run_for(1000);
    host.drop_callbacks();
  }
  ::close(pair[1]);
  return 0;
}
