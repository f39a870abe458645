// SPDX-License-Identifier: MIT
#include "store_access.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <span>
#include <vector>

namespace p2pchat::messaging {
namespace {

enum class Kind { read, write };

struct Task {
  Kind kind;
  StoreAccess::Job job;
  sdk::StatusFn done;
  sdk::Status status;
};

/// The most jobs that share a commit: bounds how long the first of them waits.
constexpr std::size_t max_group = 512;

/// Runs the jobs; false when a write failed, and with it the group.
bool run_jobs(sdk::Store& store, std::span<Task> tasks) {
  for (auto& task : tasks) {
    task.status = task.job(store);
    if (task.kind == Kind::write && !task.status.ok()) return false;
  }
  return true;
}

void run_group(sdk::Store& store, std::span<Task> tasks) {
  const bool writes = std::ranges::any_of(tasks, [](const Task& task) { return task.kind == Kind::write; });
  auto group = writes ? store.begin() : sdk::Status();
  const bool begun = group.ok();
  const bool ran = begun && run_jobs(store, tasks);
  if (ran && writes) group = store.commit();
  if (ran && group.ok()) return;
  if (begun && !ran) store.rollback();
  if (tasks.size() > 1) {
    for (auto& task : tasks) run_group(store, {&task, 1});
  } else if (!group.ok()) {
    tasks.front().status = group;
  }
}

}  // namespace

struct StoreAccess::State : std::enable_shared_from_this<State> {
  State(sdk::Host& host_, Serial& thread_, sdk::Store& store_) : host(host_), thread(thread_), store(store_) {}

  void give(Task task) {
    const std::lock_guard lock(mutex);
    tasks.push_back(std::move(task));
    wake();
  }

  /// With the mutex held: asks for the store thread when there is work and nobody has asked.
  void wake() {
    if (!opened || asked || tasks.empty()) return;
    asked = true;
    thread.run([self = shared_from_this()] { self->run_next(); });
  }

  std::vector<Task> take() {
    const std::lock_guard lock(mutex);
    const auto end = tasks.begin() + static_cast<std::ptrdiff_t>(std::min(tasks.size(), max_group));
    std::vector<Task> group(std::make_move_iterator(tasks.begin()), std::make_move_iterator(end));
    tasks.erase(tasks.begin(), end);
    return group;
  }

  void run_next() {
    if (auto group = take(); !group.empty()) {
      if (usable.ok())
        run_group(store, group);
      else
        for (auto& task : group) task.status = usable;
      answer(std::move(group));
    }
    const std::lock_guard lock(mutex);
    asked = false;
    wake();
  }

  void answer(std::vector<Task> group) {
    host.post([self = weak_from_this(), group = std::move(group)] {
      for (auto& task : group)
        if (task.done && !self.expired()) task.done(task.status);
    });
  }

  void finish() {
    for (bool more = true; more;) {
      run_next();
      const std::lock_guard lock(mutex);
      more = !tasks.empty();
    }
    if (usable.ok()) store.close();
    usable = {sdk::Errc::cancelled, "the node is stopping"};
  }

  sdk::Host& host;
  Serial& thread;
  sdk::Store& store;
  std::mutex mutex;
  std::deque<Task> tasks;
  bool opened = false, asked = false;
  sdk::Status usable;  // of the store thread
};

StoreAccess::StoreAccess(sdk::Host& host, Serial& thread, sdk::Store& store)
    : state_(std::make_shared<State>(host, thread, store)) {}

void StoreAccess::open(std::string directory, OpenedFn&& done) {
  state_->thread.run([state = state_, directory = std::move(directory), done = std::move(done)]() mutable {
    std::string notice;
    sdk::OutTo out(notice);
    state->usable = state->store.open(directory, out);
    state->host.post(
        [self = std::weak_ptr(state), status = state->usable, notice = std::move(notice), done = std::move(done)] {
          if (done && !self.expired()) done(status, notice);
        });
    const std::lock_guard lock(state->mutex);
    state->opened = true;
    state->wake();
  });
}

void StoreAccess::write(Job&& job, sdk::StatusFn&& done) {
  state_->give({Kind::write, std::move(job), std::move(done), {}});
}

void StoreAccess::read(Job&& job, sdk::StatusFn&& done) {
  state_->give({Kind::read, std::move(job), std::move(done), {}});
}

void StoreAccess::close(sdk::Fn<void()>&& done) {
  state_->thread.run([state = state_, done = std::move(done)]() mutable {
    state->finish();
    state->host.post(std::move(done));
  });
}

}  // namespace p2pchat::messaging
