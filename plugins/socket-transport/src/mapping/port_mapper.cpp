// SPDX-License-Identifier: MIT
#include "port_mapper.hpp"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace p2pchat::socket_transport {
namespace {

constexpr std::chrono::seconds again{300};

}  // namespace

void PortMapper::want(const std::set<std::uint16_t>& ports) {
  const std::lock_guard lock(mutex_);
  if (is_stopping_ || ports == wanted_) return;
  wanted_ = ports;
  has_news_ = true;
  changed_.notify_all();
  if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
}

void PortMapper::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

void PortMapper::work() {
  sigset_t all;  // signals are for the main thread
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  pthread_setname_np(pthread_self(), "p2pchat-ports");
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    has_news_ = false;
    const auto ports = wanted_;
    lock.unlock();
    const bool is_open = open_all(ports);
    lock.lock();
    changed_.wait_for(lock, pause(is_open), [this] { return is_stopping_ || has_news_; });
  }
  lock.unlock();
  for (const auto port : open_) gateway_->close(port);
}

bool PortMapper::open_all(const std::set<std::uint16_t>& ports) {
  for (const auto& find : find_)
    if (!gateway_) gateway_ = find();
  if (!gateway_) {
    told_({}, 0, false);
    return false;
  }
  bool all = true;
  for (const auto port : ports) {
    const bool is_open = gateway_->open(port, lease_s);
    if (is_open ? open_.insert(port).second : true) told_(gateway_->name(), port, is_open);
    all = all && is_open;
  }
  if (!all && open_.empty()) gateway_.reset();  // another router perhaps, next time
  return all;
}

std::chrono::seconds PortMapper::pause(bool is_open) const {
  return is_open ? std::chrono::seconds(lease_s / 2) : again;
}

}  // namespace p2pchat::socket_transport
