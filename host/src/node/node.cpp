// SPDX-License-Identifier: MIT
#include "node/node.hpp"

namespace p2pchat::host {
namespace {

constexpr std::uint64_t goodbye_ms = 10'000;  // then the plugins are stopped whether or not messaging is done

}  // namespace

Node::Node(NodeOptions options, Log& log)
    : log_(log),
      loop_(threads_),
      bus_(loop_),
      plugins_(std::move(options.candidates), std::move(options.plugins), std::move(options.tables)),
      services_{threads_, loop_, workers_, bus_, log, plugins_},
      messaging_facade_(services_, "messaging", {}),
      store_thread_(threads_),
      messaging_options_(std::move(options.messaging)) {
  threads_.claim(Tag::main);
  plugins_.set_host([this](std::string_view iid,
                           std::string_view plugin) { return messaging_ ? messaging_->query(iid, plugin) : nullptr; },
                    &messaging_facade_.guard());
  loop_.on_signal([this](int) {
    {
      const std::lock_guard lock(mutex_);
      told_to_end_ = true;
    }
    changed_.notify_all();
    if (auto* shown = ui()) shown->quit();
  });
}

Node::~Node() { stop(); }

sdk::Status Node::start() {
  loop_.post([this] { begin(); });
  loop_thread_ = std::thread([this] { loop_.run(); });
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return started_ || told_to_end_; });
  return started_.value_or(sdk::Status(sdk::Errc::cancelled, "told to end while starting"));
}

void Node::begin() {
  plugins_.load(services_);
  // Between loading and starting: messaging finds the plugins as it is made, and they find the host as they start.
  const auto status = messaging_facade_.guard().call("Messaging::start", Tag::loop, [this] {
    messaging_ =
        std::make_unique<messaging::Messaging>(messaging_facade_, store_thread_, std::move(messaging_options_));
    plugins_.start();
    messaging_->start([this](const sdk::Status& how) { settle(how); });
  });
  if (!status.ok()) settle(status);
}

void Node::settle(const sdk::Status& status) {
  {
    const std::lock_guard lock(mutex_);
    started_ = status;
  }
  changed_.notify_all();
}

void Node::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return told_to_end_; });
}

void Node::stop() {
  if (!loop_thread_.joinable()) return;
  const auto token = loop_.next_token();
  loop_.post([this, token] {
    if (!messaging_) return end(true);
    loop_.after(token, goodbye_ms, [this] { end(false); });
    messaging_facade_.guard().last_call("Messaging::stop",
                                        [this] { messaging_->stop([this] { loop_.post([this] { end(true); }); }); });
  });
  loop_thread_.join();
}

void Node::end(bool said_goodbye) {
  if (std::exchange(ended_, true)) return;
  if (!said_goodbye) log_.write(sdk::Level::error, "host", "saying goodbye takes too long: ending without it");
  messaging_facade_.close();
  store_thread_.finish();
  plugins_.stop();
  messaging_.reset();  // after the plugins, which may call the host to the last
  plugins_.destroy();
  loop_.stop();
}

}  // namespace p2pchat::host
