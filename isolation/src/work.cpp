// SPDX-License-Identifier: MIT
#include "isolation/work.hpp"

#include "endpoint.hpp"
#include "privileges.hpp"
#include "remote_host.hpp"

#include <p2pchat/ui.hpp>

#include <sys/prctl.h>
#include <unistd.h>

#include <utility>

namespace p2pchat::isolation {
namespace {

using namespace std::chrono_literals;
constexpr auto farewell_limit = 2s;  // for the last frames to leave
constexpr auto orphan_limit = 5s;    // from the end of the node to ours

/// The worker's end: what it does when the node says so.
class Stage final : public WorkerSide {
 public:
  Stage(int descriptor, const MakePlugin& make)
      : make_(make),
        endpoint_(descriptor, Outlet::Full::waits, [this](sdk::Fn<void()>&& f) { loop_.post(std::move(f)); }),
        host_(endpoint_.caller(), loop_) {
    endpoint_.callee().offer<WorkerSide>(*this);
    endpoint_.open([this] { node_is_gone(); });
  }

  int play();
  void run(sdk::str arguments) override;
  void quit() override;

 private:
  sdk::Status begin();
  void on_loop(const std::function<void()>& f);
  std::int32_t run_ui();
  void end_plugin();
  void node_is_gone();

  const MakePlugin& make_;
  WorkerLoop loop_;
  Endpoint endpoint_;
  RemoteHost host_;
  sdk::Plugin* plugin_ = nullptr;
  sdk::Ui* ui_ = nullptr;  // from having started to being stopped
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<std::string> arguments_;
  bool quitting_ = false, ended_ = false;
};

// Makes and starts the plugin, as the loop of a node does.
sdk::Status Stage::begin() {
  sdk::Status status;
  auto* made = make_(host_, status);
  if (!made) return status.ok() ? sdk::Status(sdk::Errc::internal, "the plugin was not made") : status;
  plugin_ = made;
  auto* ui = static_cast<sdk::Ui*>(made->query(sdk::Ui::iid));
  if (!ui) return {sdk::Errc::unsupported, "only a plugin that provides p2pchat.ui/1 can run in a process of its own"};
  if (status = made->start(); !status.ok()) return status;
  const std::lock_guard lock(mutex_);
  ui_ = ui;
  return {};
}

void Stage::on_loop(const std::function<void()>& f) {
  std::mutex mutex;
  std::condition_variable done;
  bool is_done = false;
  loop_.post([&] {
    f();
    const std::lock_guard lock(mutex);
    is_done = true;
    done.notify_all();
  });
  std::unique_lock lock(mutex);
  done.wait(lock, [&] { return is_done; });
}

int Stage::play() {
  sdk::Status status;
  on_loop([&] { status = begin(); });
  host_.node().started(status);
  std::optional<std::int32_t> code;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return arguments_ || quitting_; });
    if (arguments_ && ui_) code = 0;
  }
  if (code) code = run_ui();
  end_plugin();
  if (code) host_.node().ended(*code);
  endpoint_.outlet().drain(farewell_limit);
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  endpoint_.close();
  return 0;
}

void Stage::end_plugin() {
  bool started = false;
  {
    const std::lock_guard lock(mutex_);
    started = std::exchange(ui_, nullptr) != nullptr;
  }
  host_.finish_offloaded();
  on_loop([&] {   // after what the plugin has posted
    loop_.end();  // nothing reaches a plugin that has stopped
    if (started) plugin_->stop();
  });
  loop_.stop();
  if (plugin_) plugin_->destroy();
}

std::int32_t Stage::run_ui() {
  std::vector<const char*> argv;
  for (std::size_t at = 0; at < arguments_->size(); at = arguments_->find('\0', at) + 1)
    argv.push_back(arguments_->data() + at);
  const auto argc = static_cast<std::int32_t>(argv.size());
  argv.push_back(nullptr);
  return ui_->run(argc, argv.data());
}

void Stage::run(sdk::str arguments) {
  const std::lock_guard lock(mutex_);
  arguments_ = std::string(arguments);
  if (arguments_->empty() || arguments_->back() != '\0') arguments_->push_back('\0');
  changed_.notify_all();
}

void Stage::quit() {
  const std::lock_guard lock(mutex_);
  quitting_ = true;
  changed_.notify_all();
  if (ui_) ui_->quit();  // under the lock: it is there until `end_plugin` has taken it away
}

// A window that does not close by itself must not outlive its node.
void Stage::node_is_gone() {
  quit();
  std::unique_lock lock(mutex_);
  if (!changed_.wait_for(lock, orphan_limit, [this] { return ended_; })) ::_exit(1);
}

}  // namespace

int work(int descriptor, const MakePlugin& make) {
  ::prctl(PR_SET_NAME, "p2pchat-worker", 0, 0, 0);
  give_up_privileges();
  leave_signals_to_the_node();
  return Stage(descriptor, make).play();
}

}  // namespace p2pchat::isolation
