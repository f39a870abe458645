// SPDX-License-Identifier: MIT
#include "surroundings.hpp"

#include <stdexcept>

namespace p2pchat::conformance {

Surroundings::Surroundings(test::RealLoop& loop)
    : host(loop),
      crypto_(host),
      identity_(host, crypto_, new_key()),
      routing_(host, directory_, identity_.id()),
      network_(courier_, host, identity_.id()),
      tables_(host, disk_),
      chat_(host),
      bottle_(host, identity_.id()) {
  settle(host);
  host.provide<sdk::Transport>(transport_);
  host.provide<sdk::Crypto>(crypto_);
  host.provide<sdk::Identity>(identity_);
  host.provide<sdk::Routing>(routing_);
  host.provide<sdk::Network>(network_);
  host.provide<sdk::Tables>(tables_);
  host.provide<sdk::Chat>(chat_);
  host.provide<sdk::Bottle>(bottle_);
}

sdk::SecretKey* Surroundings::new_key() {
  sdk::Status why;
  return crypto_.generate(why);
}

Lived::Lived(test::RealLoop& loop, const Subject& subject, const std::string& setting, const std::string& value)
    : loop_(loop) {
  std::string problem;
  loop_.call([&] {
    try {
      around_ = std::make_unique<Surroundings>(loop);
      if (!setting.empty()) around_->host.set(setting, value);
      instance_ = std::make_unique<Instance>(subject, around_->host);
      plugin_ = &instance_->plugin();
    } catch (const std::exception& error) {
      problem = error.what();
    }
  });
  if (!plugin_) throw std::runtime_error(problem);
}

Lived::~Lived() {
  loop_.call([&] {
    instance_->stop();
    around_->host.drop_callbacks();
    instance_.reset();
  });
}

sdk::Status Lived::start() {
  sdk::Status status;
  loop_.call([&] { status = instance_->try_start(); });
  return status;
}

void Lived::stop() {
  loop_.call([&] {
    instance_->stop();
    around_->host.drop_callbacks();
  });
}

}  // namespace p2pchat::conformance
