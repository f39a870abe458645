// SPDX-License-Identifier: MIT
#include "node/node.hpp"

namespace p2pchat::host {
namespace {

constexpr std::uint64_t goodbye_ms = 10'000;  // then the plugins are stopped whether or not messaging is done

}  // namespace

Node::Node(NodeOptions options, Runtime& runtime, Log& log)
    : runtime_(runtime),
      log_(log),
      bus_(runtime.loop()),
      plugins_(std::move(options.candidates), std::move(options.plugins), std::move(options.tables),
               options.messaging.data_dir.string()),
      services_{runtime.threads(), runtime.loop(), runtime.workers(), bus_, log, plugins_},
      messaging_facade_(services_, std::string(program_itself), {}),
      store_thread_(runtime.store_thread()),
      messaging_options_(std::move(options.messaging)),
      self_(std::make_shared<Node*>(this)) {
  plugins_.set_host([this](std::string_view iid,
                           std::string_view plugin) { return messaging_ ? messaging_->query(iid, plugin) : nullptr; },
                    &messaging_facade_.guard());
}

Node::~Node() { *self_ = nullptr; }

void Node::start(DoneFn done) {
  plugins_.load(services_);
  // Between loading and starting: messaging finds the plugins as it is made, and they find the host as they start.
  const auto status = messaging_facade_.guard().call("Messaging::start", Tag::loop, [&] {
    messaging_ =
        std::make_unique<messaging::Messaging>(messaging_facade_, store_thread_, std::move(messaging_options_));
    plugins_.start();
    messaging_->start(done);
  });
  if (!status.ok()) done(status);
}

void Node::stop(std::function<void()> done) {
  stopped_ = std::move(done);
  if (!messaging_) return end();
  goodbye_timer_ = runtime_.loop().next_token();
  runtime_.loop().after(goodbye_timer_, goodbye_ms, [self = self_] {
    if (*self) (*self)->goodbye_is_late();
  });
  messaging_facade_.guard().last_call("Messaging::stop", [this] {
    messaging_->stop([self = self_, &loop = runtime_.loop()] {
      loop.post([self] {
        if (*self) (*self)->end();
      });
    });
  });
}

void Node::goodbye_is_late() {
  log_.write(sdk::Level::error, "host", "saying goodbye takes too long: ending without it");
  end();
}

void Node::end() {
  if (!stopped_) return;
  runtime_.loop().cancel(goodbye_timer_);
  messaging_facade_.close();
  store_thread_.finish();
  plugins_.stop();
  messaging_.reset();  // after the plugins, which may call the host to the last
  plugins_.destroy();
  std::exchange(stopped_, nullptr)();
}

}  // namespace p2pchat::host
