// SPDX-License-Identifier: MIT
#pragma once
#include "support/real_host.hpp"

#include <p2pchat/transport.hpp>

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace p2pchat::test {

/// A transport, of class T, on a loop of its own, and what it heard. Members named like events belong to the loop.
template <class T>
class TransportNode {
 public:
  using Settings = std::vector<std::pair<std::string, std::string>>;
  explicit TransportNode(const Settings& settings = {});
  TransportNode(const TransportNode&) = delete;
  ~TransportNode();
  /// Listens; returns the endpoint.
  std::string listen(const std::string& where);
  sdk::Status listen(const std::string& where, std::string& bound);
  /// Sends; the answer is counted in `answers`.
  void send(const std::string& to, const std::string& frame);
  /// Sends and waits for the answer.
  sdk::Status ask(const std::string& to, const std::string& frame);
  void close(const std::string& endpoint);
  /// How often `send` was answered with this. Thread: any but the loop.
  int answered(sdk::Errc code);
  bool until(const std::function<bool()>& condition) { return loop.wait_until(condition); }
  /// Ends the transport, as the host does.
  void stop();
  T& transport() { return *transport_; }

  std::vector<std::pair<std::string, std::string>> frames, datagrams;
  std::vector<std::pair<std::string, sdk::Errc>> closed;
  std::vector<std::string> unreachable;
  std::map<sdk::Errc, int> answers;
  sdk::Status start_status;
  RealLoop loop;
  RealHost host{loop};

 private:
  T* transport_;
  bool running_ = true;
};

template <class T>
TransportNode<T>::TransportNode(const Settings& settings) : transport_(new T(host)) {
  for (const auto& [key, value] : settings) host.set(key, value);
  loop.call([&] {
    start_status = transport_->start();
    transport_->on_frame([&](sdk::str from, sdk::bytes frame) { frames.emplace_back(from, frame.text()); });
    transport_->on_closed([&](sdk::str from, const sdk::Status& why) { closed.emplace_back(from, why.code); });
    transport_->on_datagram([&](sdk::str from, sdk::bytes payload) { datagrams.emplace_back(from, payload.text()); });
    transport_->on_unreachable([&](sdk::str endpoint) { unreachable.emplace_back(endpoint); });
  });
}

template <class T>
TransportNode<T>::~TransportNode() {
  stop();
  loop.call([&] { transport_->destroy(); });
}

template <class T>
void TransportNode<T>::stop() {
  if (!std::exchange(running_, false)) return;
  loop.call([&] {
    transport_->stop();
    host.drop_callbacks();
  });
}

template <class T>
sdk::Status TransportNode<T>::listen(const std::string& where, std::string& bound) {
  sdk::Status status;
  sdk::OutTo out(bound);
  loop.call([&] { status = transport_->listen(where, out); });
  return status;
}

template <class T>
std::string TransportNode<T>::listen(const std::string& where) {
  std::string bound;
  const auto status = listen(where, bound);
  EXPECT_TRUE(status.ok()) << status.text;
  return bound;
}

template <class T>
void TransportNode<T>::send(const std::string& to, const std::string& frame) {
  loop.call([&] {
    transport_->send(to, sdk::bytes::of(frame), [this](const sdk::Status& status) { ++answers[status.code]; });
  });
}

template <class T>
sdk::Status TransportNode<T>::ask(const std::string& to, const std::string& frame) {
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

template <class T>
int TransportNode<T>::answered(sdk::Errc code) {
  int times = 0;
  loop.call([&] { times = answers[code]; });
  return times;
}

template <class T>
void TransportNode<T>::close(const std::string& endpoint) {
  loop.call([&] { transport_->close(endpoint); });
}

}  // namespace p2pchat::test
