// SPDX-License-Identifier: MIT
#include "sides.hpp"
#include "socket_transport.hpp"
#include "support/real_host.hpp"

#include <atomic>
#include <chrono>
#include <future>
#include <stdexcept>
#include <string>

namespace p2pchat::benchmark {
namespace {

using Clock = std::chrono::steady_clock;
using socket_transport::SocketTransport;

class Node {
 public:
  Node() : transport_(new SocketTransport(host_)) {
    sdk::OutTo out(endpoint);
    sdk::Status status;
    loop.call([&] {
      status = transport_->start();
      if (status.ok()) status = transport_->listen("127.0.0.1:0", out);
    });
    if (!status.ok()) throw std::runtime_error(status.text);
  }
  ~Node() {
    loop.call([&] {
      transport_->stop();
      host_.drop_callbacks();
      transport_->destroy();
    });
  }
  sdk::Transport& transport() { return *transport_; }
  void post(sdk::Fn<void()>&& f) { host_.post(std::move(f)); }
  std::string endpoint;
  test::RealLoop loop;

 private:
  test::RealHost host_{loop};
  SocketTransport* transport_;
};

/// Sends bursts, one a turn of the loop, as a busy application would; a window of them is on its way.
class Sender {
 public:
  Sender(Node& node, std::string to, std::size_t messages) : node_(node), to_(std::move(to)), left_(messages) {}
  void begin() {
    for (int i = 0; i < window; ++i) node_.post([this] { burst(); });
  }

 private:
  static constexpr int window = 8;
  static constexpr std::size_t burst_size = 256;
  void burst() {
    for (std::size_t i = 0; i < burst_size && left_ > 0; ++i, --left_) {
      const bool last = i + 1 == burst_size || left_ == 1;
      sdk::StatusFn done;
      if (last)
        done = [this](const sdk::Status& status) {
          if (!status.ok()) throw std::runtime_error(status.text);
          if (left_ > 0) burst();
        };
      node_.transport().send(to_, sdk::bytes::of(message_), std::move(done));
    }
  }
  Node& node_;
  const std::string to_;
  const std::string message_ = std::string(message_size, 'x');
  std::size_t left_;
};

}  // namespace

double plugin_stream(std::size_t messages) {
  Node from, to;
  std::promise<void> met, received;
  std::size_t count = 0;
  const auto hear = [&](sdk::str, sdk::bytes frame) {
    if (frame.len != message_size) return met.set_value();
    if (++count == messages) received.set_value();
  };
  to.loop.call([&] { to.transport().on_frame(hear); });
  from.loop.call([&] { from.transport().send(to.endpoint, sdk::bytes::of("hello"), {}); });
  met.get_future().wait();
  Sender sender(from, to.endpoint, messages);
  const auto begin = Clock::now();
  from.loop.call([&] { sender.begin(); });
  received.get_future().wait();
  return static_cast<double>(messages) / std::chrono::duration<double>(Clock::now() - begin).count();
}

std::vector<double> plugin_echo(std::size_t round_trips) {
  Node near, far;
  std::vector<double> times;
  std::promise<void> finished;
  const std::string message(message_size, 'x');
  auto sent_at = Clock::now();
  far.loop.call([&] {
    far.transport().on_frame([&](sdk::str from, sdk::bytes frame) { far.transport().send(from, frame, {}); });
  });
  near.loop.call([&] {
    near.transport().on_frame([&](sdk::str, sdk::bytes frame) {
      const auto now = Clock::now();
      times.push_back(std::chrono::duration<double, std::micro>(now - sent_at).count());
      if (times.size() == round_trips) return finished.set_value();
      sent_at = now;
      near.transport().send(far.endpoint, frame, {});
    });
    near.transport().send(far.endpoint, sdk::bytes::of(message), {});
  });
  finished.get_future().wait();
  return times;
}

}  // namespace p2pchat::benchmark
