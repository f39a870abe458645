// SPDX-License-Identifier: MIT
#include "socket_node.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {

SocketNode::SocketNode(const Settings& settings) : transport_(new socket_transport::SocketTransport(host)) {
  for (const auto& [key, value] : settings) host.set(key, value);
  loop.call([&] {
    start_status = transport_->start();
    transport_->on_frame([&](sdk::str from, sdk::bytes frame) { frames.emplace_back(from, frame.text()); });
    transport_->on_closed([&](sdk::str from, const sdk::Status& why) { closed.emplace_back(from, why.code); });
    transport_->on_datagram([&](sdk::str from, sdk::bytes payload) { datagrams.emplace_back(from, payload.text()); });
    transport_->on_unreachable([&](sdk::str endpoint) { unreachable.emplace_back(endpoint); });
  });
}

SocketNode::~SocketNode() {
  stop();
  loop.call([&] { transport_->destroy(); });
}

void SocketNode::stop() {
  if (!std::exchange(running_, false)) return;
  loop.call([&] {
    transport_->stop();
    host.drop_callbacks();
  });
}

sdk::Status SocketNode::listen(const std::string& where, std::string& bound) {
  sdk::Status status;
  sdk::OutTo out(bound);
  loop.call([&] { status = transport_->listen(where, out); });
  return status;
}

std::string SocketNode::listen(const std::string& where) {
  std::string bound;
  const auto status = listen(where, bound);
  EXPECT_TRUE(status.ok()) << status.text;
  return bound;
}

void SocketNode::send(const std::string& to, const std::string& frame) {
  loop.call([&] {
    transport_->send(to, sdk::bytes::of(frame), [this](const sdk::Status& status) { ++answers[status.code]; });
  });
}

sdk::Status SocketNode::ask(const std::string& to, const std::string& frame) {
  auto answer = std::make_shared<sdk::Status>(sdk::Errc::internal, "no answer");
  auto answered = std::make_shared<bool>(false);
  loop.call([&] {
    transport_->send(to, sdk::bytes::of(frame), [=](const sdk::Status& status) {
      *answer = status;
      *answered = true;
    });
  });
  EXPECT_TRUE(until([=] { return *answered; }));
  return *answer;
}

int SocketNode::answered(sdk::Errc code) {
  int times = 0;
  loop.call([&] { times = answers[code]; });
  return times;
}

void SocketNode::close(const std::string& endpoint) {
  loop.call([&] { transport_->close(endpoint); });
}

}  // namespace p2pchat::test
