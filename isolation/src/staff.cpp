// SPDX-License-Identifier: MIT
#include "staff.hpp"

namespace p2pchat::isolation {

Staff::Staff(sdk::Host& host, const WorkerCommand& command, Anew anew)
    : host_(host),
      command_(command),
      anew_(anew),
      line_(std::make_shared<Line>([&host](sdk::Fn<void()>&& f) { host.post(std::move(f)); })),
      place_(host, [this] { await_first(); }) {
  line_->claim();
  spawned_ = hire({});
}

std::shared_ptr<Worker> Staff::worker() {
  const std::lock_guard lock(mutex_);
  return worker_;
}

// The former one is ended first: it may hold what both cannot have, such as a port.
sdk::Status Staff::hire(const std::vector<std::string>& display) {
  dismiss();
  const auto fresh = std::make_shared<Worker>(host_, line_, command_);
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    worker_ = fresh;
    number = ++number_;
  }
  began_us_ = host_.ticks_us();
  auto begun = fresh->begin(display, {[this, number](const sdk::Status& status) {
                                        host_.post([this, number, status] { arrived(number, status); });
                                      },
                                      [this, number] { host_.post([this, number] { ended(number); }); }});
  if (quitting_) fresh->quit();
  return begun;
}

void Staff::dismiss() {
  std::shared_ptr<Worker> former;
  {
    const std::lock_guard lock(mutex_);
    former.swap(worker_);
    ++number_;
  }
}

void Staff::await_first() {
  std::call_once(first_, [this] {
    const auto first = worker();
    if (spawned_.ok() && first && (spawned_ = first->made()).ok()) fill(*first);
  });
}

sdk::Status Staff::start() {
  line_->claim();
  await_first();
  const auto first = worker();
  auto status = spawned_;
  if (status.ok()) {
    first->start();
    status = first->started();
  }
  started_ = status.ok();
  if (started_)
    feel_pulse();
  else
    dismiss();
  return status;
}

void Staff::quit() {
  quitting_ = true;
  if (const auto now = worker()) now->quit();
}

void Staff::stop() {
  quit();
  if (const auto now = worker()) now->finish();
  dismiss();
  line_->drop();
}

sdk::Status Staff::replace(const std::vector<std::string>& display) {
  place_.empty();
  auto status = hire(display);
  const auto fresh = worker();
  if (status.ok()) status = fresh->made();
  if (!status.ok()) return status;
  fresh->start();
  if (status = fresh->started(); status.ok()) fill(*fresh);
  return status;
}

// The link of a worker is over.
void Staff::ended(std::uint64_t number) {
  const auto now = worker();
  if (!started_ || quitting_ || number != number_) return;
  place_.empty();
  if (anew_ == Anew::by_run) return;
  pause("its process " + now->end_process());
}

void Staff::pause(const std::string& what) {
  dismiss();
  const auto pause_ms = back_off_.next_ms((host_.ticks_us() - began_us_) / 1000);
  host_.log(sdk::Level::warn,
            what + "; the node goes on, another process is begun in " + std::to_string(pause_ms) + " ms");
  host_.after(pause_ms, [this] { begin_anew(); });
}

void Staff::begin_anew() {
  if (quitting_) return;
  const auto status = hire({});
  beginning_ = status.ok();
  if (!status.ok()) return pause(status.text);
  worker()->start();
}

// Only of those begun anew: `start` and `replace` wait for it themselves.
void Staff::arrived(std::uint64_t number, const sdk::Status& status) {
  if (quitting_ || number != number_ || !std::exchange(beginning_, false)) return;
  if (!status.ok()) return pause(std::string("its new process could not start the plugin: ") + status.text);
  fill(*worker());
  host_.log(sdk::Level::info, "its new process has started the plugin");
}

void Staff::feel_pulse() {
  if (quitting_) return;
  const auto now = worker();
  const auto pause = now ? now->feel_pulse() : pulse_of(command_.patience);
  host_.after(static_cast<std::uint64_t>(pause.count()), [this] { feel_pulse(); });
}

}  // namespace p2pchat::isolation
