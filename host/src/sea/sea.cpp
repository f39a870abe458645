// SPDX-License-Identifier: MIT
#include "sea/sea.hpp"

#include "sea/free_ports.hpp"

#include <algorithm>

namespace p2pchat::host {
namespace {

constexpr auto anywhere = "127.0.0.1:0";

/// What strangers have to tell the operator: troubles, under their name. The rest is for who looks closely.
class StrangerLog final : public Log {
 public:
  StrangerLog(Log& log, std::string name) : log_(log), name_(std::move(name)) {}
  void write(sdk::Level level, std::string_view who, std::string_view text) noexcept override {
    log_.write(level == sdk::Level::info ? sdk::Level::debug : level, name_ + "/" + std::string(who), text);
  }

 private:
  Log& log_;
  const std::string name_;
};

std::string lines(const std::vector<std::string>& texts) {
  std::string joined;
  for (const auto& text : texts) joined += (joined.empty() ? "" : "\n") + text;
  return joined;
}

}  // namespace

/// A stranger's place in the sea, whether its node is there or not.
struct Sea::Berth {
  Berth(SeaStranger who_, Log& log_) : who(std::move(who_)), log(log_, who.name) {}
  const SeaStranger who;
  StrangerLog log;
  std::string listen = anywhere;
  std::filesystem::path directory;
  std::unique_ptr<Node> node;
  bool leaving = false;  // the node has been told to stop
  unsigned naps = 0;
  std::uint64_t timer = 0;
};

Sea::Sea(SeaOptions options, Runtime& runtime, Log& log)
    : options_(std::move(options)), runtime_(runtime), self_(std::make_shared<Sea*>(this)) {
  for (auto& stranger : plan_sea(options_.nodes, options_.seed))
    berths_.push_back(std::make_unique<Berth>(std::move(stranger), log));
  const auto is_door = [](const auto& berth) { return berth->who.bootstrap; };
  doors_ = free_loopback_endpoints(static_cast<std::size_t>(std::ranges::count_if(berths_, is_door)));
  for (std::size_t i = 0; i < doors_.size(); ++i) berths_[i]->listen = doors_[i];
  for (std::size_t i = 0; i < berths_.size(); ++i)
    berths_[i]->directory = options_.directory / ("stranger-" + std::to_string(i + 1));
}

Sea::~Sea() { *self_ = nullptr; }

std::size_t Sea::awake() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(berths_, [](const auto& berth) { return berth->node && !berth->leaving; }));
}

NodeOptions Sea::options_of(SeaRole role, const std::string& listen) const {
  NodeOptions made{options_.found,
                   sea_plugins(options_.found, options_.plugins, role),
                   sea_tables(options_.found, options_.tables, listen, lines(doors_)),
                   {}};
  judge_files(made.candidates, made.plugins, options_.profile, Speech::own());
  std::erase_if(made.candidates, [](const Candidate& each) { return each.verdict == Verdict::not_in_profile; });
  return made;
}

NodeOptions Sea::options_of(const Berth& berth) const {
  auto made = options_of(berth.who.sleeps ? SeaRole::sleeper : SeaRole::stranger, berth.listen);
  made.messaging = {berth.directory, {}, berth.who.name, !berth.who.sleeps};
  auto& table = made.tables["stranger"];
  table.try_emplace("seed", std::to_string(berth.who.seed + berth.naps));
  table.try_emplace("temper", berth.who.talkative ? "talkative" : "calm");
  return made;
}

NodeOptions Sea::mine() const {
  auto made = options_of(SeaRole::mine, anywhere);
  made.messaging = {options_.directory, {}, options_.name, true};
  return made;
}

void Sea::start(std::function<void()> whole) {
  whole_ = std::move(whole);
  start_next(0);
}

void Sea::start_next(std::size_t index) {
  if (stopped_) return;
  if (index == berths_.size()) return std::exchange(whole_, nullptr)();
  // By then its key waits for a worker: what I do meanwhile waits for no more than that one.
  wake(*berths_[index], [this, index] { after_workers([this, index] { start_next(index + 1); }); });
}

void Sea::after_workers(std::function<void()> f) {
  runtime_.workers().run([&loop = runtime_.loop(), self = self_, f = std::move(f)] {
    loop.post([self, f] {
      if (*self) f();
    });
  });
}

void Sea::wake(Berth& berth, std::function<void()> started) {
  std::error_code error;  // then the store says so
  if (berth.who.sleeps) std::filesystem::create_directories(berth.directory, error);
  berth.node = std::make_unique<Node>(options_of(berth), runtime_, berth.log);
  berth.node->start([self = self_, &berth, started = std::move(started)](const sdk::Status& status) {
    if (!*self) return;
    if (!status.ok()) berth.log.write(sdk::Level::warn, "host", status.text);
    if (started) started();
  });
  for (const auto& candidate : berth.node->candidates())
    if (!candidate.good()) berth.log.write(sdk::Level::warn, "host", candidate.id() + " refused: " + candidate.reason);
  if (berth.who.sleeps) after(berth, options_.nap(berth.who, berth.naps).awake, &Sea::send_to_sleep);
}

void Sea::wake_again(Berth& berth) {
  wake(berth, [&berth] { berth.log.write(sdk::Level::debug, "sea", "is back"); });
}

void Sea::send_to_sleep(Berth& berth) {
  berth.log.write(sdk::Level::debug, "sea", "goes offline");
  berth.leaving = true;
  berth.node->stop([this, &berth] {
    berth.node.reset();
    berth.leaving = false;
    if (stopped_) return stopped_one();
    after(berth, options_.nap(berth.who, berth.naps++).asleep, &Sea::wake_again);
  });
}

void Sea::after(Berth& berth, std::chrono::milliseconds time, void (Sea::*what)(Berth&)) {
  berth.timer = runtime_.loop().next_token();
  runtime_.loop().after(berth.timer, static_cast<std::uint64_t>(time.count()), [self = self_, &berth, what] {
    if (*self && !(*self)->stopped_) ((*self)->*what)(berth);
  });
}

void Sea::stop(std::function<void()> done) {
  stopped_ = std::move(done);
  stopping_ = 1;  // this call itself: a node may stop at once
  for (auto& berth : berths_) {
    runtime_.loop().cancel(berth->timer);
    if (!berth->node) continue;
    ++stopping_;
    if (std::exchange(berth->leaving, true)) continue;
    berth->node->stop([this, &node = berth->node] {
      node.reset();
      stopped_one();
    });
  }
  stopped_one();
}

void Sea::stopped_one() {
  if (--stopping_ == 0) stopped_();
}

}  // namespace p2pchat::host
