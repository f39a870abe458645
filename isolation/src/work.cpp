// SPDX-License-Identifier: MIT
#include "isolation/work.hpp"

#include "carried.hpp"
#include "census.hpp"
#include "endpoint.hpp"
#include "privileges.hpp"
#include "remote_host.hpp"
#include "sanitized.hpp"

#include <p2pchat/ui.hpp>

#include <sys/prctl.h>
#include <unistd.h>

#include <cstdlib>
#include <utility>

namespace p2pchat::isolation {
namespace {

using namespace std::chrono_literals;
constexpr std::uint64_t quiet_us = 10'000'000;
constexpr auto farewell_limit = 2s;               // for the last frames to leave
constexpr auto orphan_limit = 5s;                 // from the end of the node to ours
constexpr auto thread_limit = 500ms;              // for a thread of the plugin to be gone
constexpr auto most_work = sanitized ? 15s : 2s;  // of the processor, to be made or to start
constexpr unsigned any_threads = 4, loop_threads = any_threads + 3;

/// The worker's end: what it does when the node says so.
class Stage final : public WorkerSide {
 public:
  Stage(int descriptor, const MakePlugin& make, const PutBack& put_back, const Census& census)
      : make_(make),
        put_back_(put_back),
        census_(census),
        serial_line_(std::make_shared<Line>(lane(serial_))),
        endpoint_(descriptor, {Outlet::Full::waits, lane(loop_), Callee::any, {serial_line_, {}, {}}}),
        host_(endpoint_.caller(), loop_) {
    serial_.post([line = serial_line_] { line->claim(); });
    endpoint_.callee().offer<WorkerSide>(*this);
    endpoint_.open([this] { node_is_gone(); });
  }

  int play(const std::string& missing);
  void start() override;
  void run(sdk::str arguments) override;
  void quit() override;
  void ping(std::uint64_t number) override {
    loop_.post([this, number] {
      host_.node().alive(number);
      if (started_) look_around();
    });
  }

 private:
  static Callee::Lane lane(WorkerLoop& loop) {
    return [&loop](sdk::Fn<void()>&& f) { loop.post(std::move(f)); };
  }
  sdk::Status make();
  void offer();
  sdk::Status begin();
  void held(std::chrono::milliseconds took);
  void look_around();
  sdk::Status asked(const std::function<sdk::Status()>& of_plugin, const char* what);
  std::int32_t run_ui();
  void end_plugin();
  void node_is_gone();

  const MakePlugin& make_;
  const PutBack& put_back_;
  const Census& census_;
  WorkerLoop loop_{1, [this](auto took) { held(took); }}, serial_, any_{any_threads};  // one for each tag
  const std::shared_ptr<Line> serial_line_;  // whoever is visited may call the store
  Endpoint endpoint_;
  RemoteHost host_;
  sdk::Plugin* plugin_ = nullptr;
  bool started_ = false, stuck_ = false;  // stuck: its loop will not return
  std::uint64_t quiet_until_us_ = 0;      // of lines about slow calls
  unsigned threads_ = 0;                  // before there was a plugin
  sdk::Ui* ui_ = nullptr;                 // from having started to being stopped
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<std::string> arguments_;
  bool asked_to_start_ = false, quitting_ = false, ended_ = false;
};

// Makes the plugin, as the loop of a node does.
sdk::Status Stage::make() {
  sdk::Status status;
  plugin_ = make_(host_, status);
  look_around();
  if (plugin_) return offer(), sdk::Status();
  return status.ok() ? sdk::Status(sdk::Errc::internal, "the plugin was not made") : status;
}

// Calls run where their tag says: [serial], [any], or else on the loop.
void Stage::offer() {
  const auto offered = [this]<class Interface>(std::type_identity<Interface>) {
    auto* target = static_cast<Interface*>(plugin_->query(Interface::iid));
    if (!target) return;
    Callee::Lane where = lane(std::is_same_v<Interface, sdk::Crypto> ? any_ : loop_);
    if (std::is_same_v<Interface, sdk::Store>)
      where = [line = serial_line_](sdk::Fn<void()>&& f) { line->add(Line::Sort::call, std::move(f)); };
    host_.node().provides(Interface::iid, endpoint_.callee().offer(*target, std::move(where)));
  };
  for_each_provided(offered);
  const auto is = [this](const char* iid) { return plugin_->query(iid) != nullptr; };
  auto& reading = is(sdk::Crypto::iid) ? any_ : is(sdk::Store::iid) ? serial_ : loop_;  // where most calls go
  reading.attend(endpoint_.intake());
}

sdk::Status Stage::begin() {
  if (auto status = plugin_->start(); !status.ok()) return status;
  look_around();
  started_ = true;
  const std::lock_guard lock(mutex_);
  ui_ = static_cast<sdk::Ui*>(plugin_->query(sdk::Ui::iid));
  return {};
}

// As a node says it of its own loop; how long it took to start, the node knows.
void Stage::held(std::chrono::milliseconds took) {
  const auto now = host_.ticks_us();
  if (!started_ || now < quiet_until_us_) return;
  quiet_until_us_ = now + quiet_us;
  host_.log(sdk::Level::warn, "a call held the loop of its process for " + std::to_string(took.count()) + " ms");
}

// What belongs to the whole process, and is not the plugin's to change.
void Stage::look_around() {
  const auto changed = put_back_ ? put_back_() : std::string();
  if (!changed.empty())
    host_.log(sdk::Level::error, "changed what belongs to the whole process, and it was put back: " + changed);
}

// What the plugin says when it is asked on the loop to be made, or to start.
sdk::Status Stage::asked(const std::function<sdk::Status()>& of_plugin, const char* what) {
  const auto said = std::make_shared<sdk::Status>();
  stuck_ = !loop_.run([said, of_plugin] { *said = of_plugin(); }, most_work);
  if (!stuck_) return *said;
  return {sdk::Errc::timed_out, std::string(what) + " does not return, after " + std::to_string(most_work / 1s) +
                                    " s of the processor's time"};
}

int Stage::play(const std::string& missing) {
  threads_ = census_.threads();
  if (!missing.empty()) host_.log(sdk::Level::warn, "its process is less confined than it could be: " + missing);
  auto status = asked([this] { return make(); }, "being made");
  host_.node().made(status);
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return asked_to_start_ || quitting_; });
  }
  if (status.ok() && asked_to_start_) status = asked([this] { return begin(); }, "Plugin::start");
  host_.node().started(status);
  std::optional<std::int32_t> code;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return arguments_ || quitting_; });
    if (arguments_ && ui_) code = 0;
  }
  if (code) code = run_ui();
  if (!stuck_) end_plugin();
  if (code) host_.node().ended(*code);
  endpoint_.outlet().drain(farewell_limit);
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  if (stuck_) ::_exit(1);
  endpoint_.close();
  return 0;
}

void Stage::end_plugin() {
  {
    const std::lock_guard lock(mutex_);
    ui_ = nullptr;
  }
  host_.finish_offloaded();
  loop_.run([this] {  // after what the plugin has posted
    loop_.end();      // nothing reaches a plugin that has stopped
    if (started_) plugin_->stop();
    host_.end();
    look_around();
  });
  loop_.stop();
  serial_.stop();
  any_.stop();
  endpoint_.callee().free_made();
  if (plugin_) plugin_->destroy();
  if (!put_back_ || threads_ < loop_threads) return;
  if (const auto left = census_.above(threads_ - loop_threads, thread_limit); left > 0)
    host_.log(sdk::Level::error, "has stopped, and left " + std::to_string(left) + " of its threads running");
}

std::int32_t Stage::run_ui() {
  std::vector<const char*> argv;
  for (std::size_t at = 0; at < arguments_->size(); at = arguments_->find('\0', at) + 1)
    argv.push_back(arguments_->data() + at);
  const auto argc = static_cast<std::int32_t>(argv.size());
  argv.push_back(nullptr);
  return ui_->run(argc, argv.data());
}

void Stage::start() {
  const std::lock_guard lock(mutex_);
  asked_to_start_ = true;
  changed_.notify_all();
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

int work(int descriptor, const MakePlugin& make, const PutBack& put_back) {
  ::prctl(PR_SET_NAME, "p2pchat-worker", 0, 0, 0);
  const char* said = std::getenv(confinement_variable);
  const auto allowed = Confinement::from(said ? said : "");
  ::unsetenv(confinement_variable);
  const Census census;
  const auto missing = confine(allowed.value_or(Confinement()));  // before there is any other thread
  leave_signals_to_the_node();
  const PutBack nothing;
  return Stage(descriptor, make, allowed && allowed->kind == Confinement::Kind::screen ? nothing : put_back, census)
      .play(missing);
}

}  // namespace p2pchat::isolation
