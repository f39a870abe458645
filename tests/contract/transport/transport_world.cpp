// SPDX-License-Identifier: MIT
#include "transport_world.hpp"

namespace p2pchat::test {

Node& TransportContract::node(const std::string& where) {
  auto& made = *nodes_.emplace_back(std::make_unique<Node>());
  made.transport = &world->add();
  world->call([&] {
    made.transport->on_frame([&](sdk::str from, sdk::bytes frame) { made.frames.emplace_back(from, frame.text()); });
    made.transport->on_closed(
        [&](sdk::str endpoint, const sdk::Status& why) { made.closed.emplace_back(std::string(endpoint), why.code); });
    made.transport->on_datagram(
        [&](sdk::str from, sdk::bytes payload) { made.datagrams.emplace_back(from, payload.text()); });
  });
  auto status = listen(*made.transport, where, made.endpoint);
  if (status.code == sdk::Errc::invalid) status = listen(*made.transport, {}, made.endpoint);
  EXPECT_TRUE(status.ok()) << status.text;
  return made;
}

sdk::Status TransportContract::listen(sdk::Transport& transport, const std::string& endpoint, std::string& bound) {
  sdk::Status status;
  sdk::OutTo out(bound);
  world->call([&] { status = transport.listen(endpoint, out); });
  return status;
}

sdk::Status TransportContract::send(Node& from, const std::string& to, const std::string& frame) {
  auto status = std::make_shared<sdk::Status>(sdk::Errc::internal, "no answer");
  auto answered = std::make_shared<bool>(false);
  world->call([&] {
    from.transport->send(to, sdk::bytes::of(frame), [=](const sdk::Status& s) {
      *status = s;
      *answered = true;
    });
  });
  EXPECT_TRUE(world->until([=] { return *answered; }));
  return *status;
}

std::string TransportContract::meet(Node& from, Node& to) {
  const auto before = to.frames.size();
  EXPECT_TRUE(send(from, to.endpoint, "hello").ok());
  EXPECT_TRUE(world->until([&] { return to.frames.size() > before; }));
  std::string name;
  world->call([&] { name = to.frames.back().first; });
  return name;
}

void Addresses::SetUp() {
  std::string bound;
  if (listen(world->add(), "127.0.0.1:0", bound).code == sdk::Errc::invalid)
    GTEST_SKIP() << "its endpoints are no addresses";
}

}  // namespace p2pchat::test
