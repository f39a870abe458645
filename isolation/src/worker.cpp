// SPDX-License-Identifier: MIT
#include "worker.hpp"

#include <algorithm>
#include <utility>

namespace p2pchat::isolation {
namespace {

using namespace std::chrono_literals;
constexpr auto start_limit = 20s;
constexpr auto answer_limit = 60s;  // of a call off the loop: making a key takes seconds
constexpr auto quit_limit = 5s;     // from being asked to end
constexpr auto ending_limit = 2s;   // from having said goodbye to being gone
// A loop that stops turning is named within three seconds: up to a pause passes before the ping that it does not hear.
constexpr auto usual_pause = 900ms, calm_pause = 1400ms, silence_to_tell = calm_pause;
constexpr std::uint64_t answered_to_be_calm = 10;

}  // namespace

std::chrono::milliseconds pulse_of(std::chrono::milliseconds patience) {
  return std::min<std::chrono::milliseconds>(usual_pause, patience / 2);
}

Worker::~Worker() { (void)end_process(); }

template <class F>
void Worker::tell(F&& change) {
  {
    const std::lock_guard lock(mutex_);
    change();
  }
  changed_.notify_all();
  line_->wake();
}

sdk::Status Worker::begin(const std::vector<std::string>& display, Ears ears) {
  int descriptor = -1;
  if (auto status = process_.begin(command_, display, descriptor); !status.ok()) return status;
  Side side{.callbacks = [line = line_](sdk::Fn<void()>&& f) { line->add(Line::Sort::callback, std::move(f)); },
            .patience = {line_, command_.patience, answer_limit}};
  {
    const std::lock_guard lock(mutex_);
    endpoint_ = std::make_unique<Endpoint>(descriptor, std::move(side));
  }
  Desk::Life life;
  life.provides = [this](std::string iid, std::uint32_t object) { tell([&] { objects_[std::move(iid)] = object; }); };
  life.made = [this](const sdk::Status& status) { tell([&] { made_ = status; }); };
  life.started = [this, started = std::move(ears.started)](const sdk::Status& status) {
    tell([&] { started_ = status; });
    started(status);
  };
  life.ended = [this](std::int32_t code) { tell([&] { code_ = code; }); };
  life.alive = [this](std::uint64_t ping) { alive_ = ping; };
  desk_ = std::make_unique<Desk>(host_, endpoint_->callee(), line_, command_.declared, std::move(life));
  endpoint_->callee().offer<NodeSide>(*desk_);
  endpoint_->open([this, over = std::move(ears.over)] {
    tell([&] { closed_ = true; });
    over();
  });
  return {};
}

// While the loop waits, it serves the worker.
bool Worker::wait(const std::function<bool()>& over, std::chrono::milliseconds limit) {
  const auto until = Line::Clock::now() + limit;
  const auto locked = [&] {
    const std::lock_guard lock(mutex_);
    return over();
  };
  if (line_->here()) return line_->serve_until(locked, until);
  std::unique_lock lock(mutex_);
  return changed_.wait_until(lock, until, over);
}

sdk::Status Worker::waited_for(const std::optional<sdk::Status>& fact, const char* late) {
  const bool in_time = wait([&] { return fact || closed_; }, start_limit);
  {
    const std::lock_guard lock(mutex_);
    if (fact) return *fact;
  }
  if (!in_time) endpoint_->outlet().close(late);
  return {in_time ? sdk::Errc::internal : sdk::Errc::timed_out, "its process " + end_process()};
}

sdk::Status Worker::made() { return waited_for(made_, "did not make the plugin within 20 s"); }

sdk::Status Worker::started() { return waited_for(started_, "did not start the plugin within 20 s"); }

Place::Objects Worker::objects() {
  const std::lock_guard lock(mutex_);
  return objects_;
}

Worker::End Worker::run(sdk::str arguments) {
  side().run(arguments);
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
  side().quit();
  changed_.notify_all();
}

void Worker::finish() {
  quit();
  if (!endpoint_ || wait([this] { return closed_; }, quit_limit)) return void(end_process());
  host_.log(sdk::Level::warn, "its process did not end within 5 s, and was killed");
  endpoint_->outlet().close("did not end within 5 s");
  (void)end_process();
}

std::string Worker::end_process() {
  if (!endpoint_) return {};
  const auto why = endpoint_->outlet().reason();
  endpoint_->close();
  desk_.reset();
  if (process_.pid() == 0) return why;
  const auto how = process_.wait(why.empty() ? ending_limit : 0s);
  return why.empty() ? how : why;
}

std::chrono::milliseconds Worker::feel_pulse() {
  const auto usual = pulse_of(command_.patience);
  const auto calm = std::clamp<std::chrono::milliseconds>(command_.patience / 4, usual, calm_pause);
  if (alive_ == pinged_) {
    is_told_ = false;
    silence_ = {};
    side().ping(++pinged_);
    return pause_ = ++answered_ > answered_to_be_calm ? calm : usual;
  }
  answered_ = 0;
  silence_ += std::exchange(pause_, usual);
  if (silence_ >= command_.patience)
    endpoint_->outlet().close("gave no sign of life");
  else if (silence_ >= silence_to_tell && !std::exchange(is_told_, true))
    host_.log(sdk::Level::warn, "its process gives no sign of life; it is ended if that lasts " +
                                    std::to_string(command_.patience / 1s) + " s");
  return usual;
}

}  // namespace p2pchat::isolation
