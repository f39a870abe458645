// SPDX-License-Identifier: MIT
#include "worker.hpp"

namespace p2pchat::isolation {
namespace {

using namespace std::chrono_literals;
constexpr auto start_limit = 20s;
constexpr auto quit_limit = 5s;    // from being asked to end
constexpr auto ending_limit = 2s;  // from having said goodbye to being gone

}  // namespace

Worker::~Worker() { (void)end_process(); }

sdk::Status Worker::begin(const WorkerCommand& command, const std::vector<std::string>& display) {
  int descriptor = -1;
  if (auto status = process_.begin(command, display, descriptor); !status.ok()) return status;
  {
    const std::lock_guard lock(mutex_);
    endpoint_ = std::make_unique<Endpoint>(descriptor, Outlet::Full::ends, Caller::Post());
  }
  const auto tell = [this](auto& fact, auto value) {
    {
      const std::lock_guard lock(mutex_);
      fact = value;
    }
    changed_.notify_all();
  };
  desk_ = std::make_unique<Desk>(host_, endpoint_->callee(),
                                 Desk::Life{[this, tell](const sdk::Status& status) { tell(started_, status); },
                                            [this, tell](std::int32_t code) { tell(code_, code); }});
  endpoint_->callee().offer<NodeSide>(*desk_);
  endpoint_->open([this, tell] { tell(closed_, true); });

  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, start_limit, [this] { return started_ || closed_; });
  if (started_) return *started_;
  const bool gone = closed_;
  lock.unlock();
  const auto how = end_process();
  return gone ? sdk::Status(sdk::Errc::internal, "its process " + how)
              : sdk::Status(sdk::Errc::timed_out, "its process did not start the plugin within 20 s");
}

Worker::End Worker::run(sdk::str arguments) {
  Stub<WorkerSide>(endpoint_->caller(), 0).run(arguments);
  std::unique_lock lock(mutex_);
  const auto over = [this] { return code_ || closed_; };
  changed_.wait(lock, [&] { return over() || quitting_; });
  if (!over()) changed_.wait_for(lock, quit_limit, over);
  lock.unlock();
  const auto how = end_process();
  return {code_, how};
}

void Worker::quit() {
  {
    const std::lock_guard lock(mutex_);
    if (quitting_ || !endpoint_) return;
    quitting_ = true;
  }
  Stub<WorkerSide>(endpoint_->caller(), 0).quit();
  changed_.notify_all();
}

// In words: how the process ended, or why we ended it.
std::string Worker::end_process() {
  if (!endpoint_) return {};
  const auto why = endpoint_->outlet().reason();
  endpoint_->close();
  desk_.reset();
  if (process_.pid() == 0) return why;
  const auto how = process_.wait(why.empty() ? ending_limit : 0s);
  return why.empty() ? how : why;
}

}  // namespace p2pchat::isolation
