// SPDX-License-Identifier: MIT
#pragma once
#include "told.hpp"

#include <p2pchat/transport.hpp>

namespace p2pchat::witness {

/// A transport that tells what it was asked: `scheme` the last call that answers nothing.
class Transport : public sdk::Transport {
 public:
  sdk::str scheme() const override { return said_; }
  std::uint32_t max_frame() const override { return 4'000'000'002; }
  sdk::Status listen(sdk::str endpoint, sdk::Out& bound) override {
    bound.append(told("bound", endpoint));
    return refused("Transport::listen", endpoint);
  }
  void send(sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) override {
    done(refused("Transport::send", endpoint, frame));
  }
  void on_frame(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { f("from", sdk::bytes::of("frame")); }
  void on_closed(sdk::Fn<void(sdk::str, const sdk::Status&)>&& f) override { f("from", refused("closed")); }
  void close(sdk::str endpoint) override { said_ = told("Transport::close", endpoint); }
  void send_datagram(sdk::str endpoint, sdk::bytes payload) override {
    said_ = told("Transport::send_datagram", endpoint, payload);
  }
  void on_datagram(sdk::Fn<void(sdk::str, sdk::bytes)>&& f) override { f("from", sdk::bytes::of("datagram")); }
  void on_unreachable(sdk::Fn<void(sdk::str)>&& f) override { f("nowhere"); }

 protected:
  ~Transport() = default;

 private:
  std::string said_;
};

}  // namespace p2pchat::witness
