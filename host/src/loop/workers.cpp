// SPDX-License-Identifier: MIT
#include "loop/workers.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <algorithm>

namespace p2pchat::host {
namespace asio = boost::asio;

struct Workers::Parts {
  asio::thread_pool threads{std::clamp(std::thread::hardware_concurrency(), 2U, 4U)};
};

Workers::Workers() : parts_(std::make_unique<Parts>()) {}
Workers::~Workers() { parts_->threads.join(); }

void Workers::run(sdk::Fn<void()>&& job) {
  asio::post(parts_->threads, [job = std::move(job)] { job(); });
}

struct SerialThread::Parts {
  asio::thread_pool thread{1};
};

SerialThread::SerialThread(Threads& threads) : parts_(std::make_unique<Parts>()) {
  asio::post(parts_->thread, [&threads] { threads.claim(Tag::serial); });
}
SerialThread::~SerialThread() { finish(); }

void SerialThread::finish() { parts_->thread.join(); }

void SerialThread::run(sdk::Fn<void()>&& job) {
  asio::post(parts_->thread, [job = std::move(job)] { job(); });
}

}  // namespace p2pchat::host
