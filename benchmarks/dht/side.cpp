// SPDX-License-Identifier: MIT
#include "counted.hpp"
#include "network.hpp"
#include "swarm.hpp"

#include <unistd.h>

#include <condition_variable>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <sstream>
#include <thread>
#include <vector>

namespace dht_benchmark {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds patience{40};  // with one operation
constexpr std::chrono::milliseconds look_again{50};

std::uint64_t us_since(Clock::time_point start) {
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count());
}

/// Hears once how an operation went; whoever comes too late finds it still there.
class Hearing {
 public:
  Done ear() {
    return [state = state_](bool ok) {
      const std::lock_guard lock(state->mutex);
      if (state->heard) return;
      state->heard = true, state->ok = ok, state->at = Clock::now();
      state->news.notify_one();
    };
  }
  bool heard() const {
    const std::lock_guard lock(state_->mutex);
    return state_->heard;
  }
  /// Whether it went well, and how long it took from then on.
  bool wait(Clock::time_point start, std::uint64_t& us) {
    std::unique_lock lock(state_->mutex);
    state_->news.wait_until(lock, start + patience, [&] { return state_->heard; });
    const auto end = state_->heard ? state_->at : Clock::now();
    us = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(end - start).count());
    return state_->heard && state_->ok;
  }

 private:
  struct State {
    std::mutex mutex;
    std::condition_variable news;
    bool heard = false, ok = false;
    Clock::time_point at{};
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

/// An answer to the driver: one line of JSON.
class Answer {
 public:
  Answer& with(const std::string& name, std::uint64_t value) {
    return text_ << (empty_ ? "{" : ", ") << '"' << name << "\": " << value, empty_ = false, *this;
  }
  Answer& with(const std::string& name, const std::vector<std::uint64_t>& values) {
    text_ << (empty_ ? "{" : ", ") << '"' << name << "\": [";
    for (std::size_t i = 0; i < values.size(); ++i) text_ << (i ? ", " : "") << values[i];
    return text_ << "]", empty_ = false, *this;
  }
  Answer& with_use_since(const Used& before) {
    const auto now = used();
    with("datagrams", now.datagrams - before.datagrams).with("octets", now.octets - before.octets);
    return with("cpu_us", now.cpu_us - before.cpu_us).with("lasted_us", us_since(before.at));
  }
  void say() { std::cout << (empty_ ? "{" : "") << text_.str() << "}" << std::endl; }

 private:
  std::ostringstream text_;
  bool empty_ = true;
};

/// What the driver wants, on one swarm.
class Side {
 public:
  explicit Side(Swarm& swarm) : swarm_(swarm) {}
  void obey(const std::string& line) {
    std::istringstream words(line);
    std::string verb;
    std::uint64_t number = 0, other = 0;
    words >> verb >> number >> other;
    if (verb == "prepare") return prepare(number);
    if (verb == "fill") return fill(number, other);
    if (verb == "idle") return idle(std::chrono::seconds(number));
    if (verb == "look_up") return look_up(number);
    if (verb == "look_up_same") return look_up_same(number, other);
    if (verb == "put") return put(number);
    if (verb == "get") return get(number);
    if (verb == "drop") return silence(number, Silence::dropped);
    if (verb == "refuse") return silence(number, Silence::refused);
    if (verb == "restore") return restore();
    give_up("no such order: " + line);
  }

 private:
  void prepare(std::size_t nodes) {
    swarm_.prepare(nodes);
    nodes_ = living_ = nodes;
    empty_kib_ = resident_kib();
    Answer().with("resident_kib", empty_kib_).say();
  }

  /// All nodes at once, each with a random earlier one to begin at.
  void fill(std::size_t least, std::uint64_t limit_s) {
    const auto before = used();
    for (std::size_t i = 0; i < nodes_; ++i) swarm_.start(i, i == 0 ? 0 : random_() % i);
    const auto started_us = us_since(before.at);
    std::size_t full = 0;
    while (full < nodes_ && us_since(before.at) < limit_s * 1'000'000) {
      full = 0;
      while (full < nodes_ && swarm_.contacts(full) >= std::min(least, nodes_ - 1)) ++full;
      if (full < nodes_) std::this_thread::sleep_for(look_again);
    }
    Answer answer;
    answer.with("full", full).with("started_us", started_us).with_use_since(before);
    answer.with("contacts", all_contacts()).with("growth_kib", growth()).say();
  }

  void idle(std::chrono::seconds time) {
    const auto before = used();
    std::this_thread::sleep_for(time);
    Answer().with_use_since(before).with("contacts", all_contacts()).with("growth_kib", growth()).say();
  }

  void look_up(std::size_t count) {
    repeat(count, [this](Hearing&, Hearing& end) { swarm_.look_up(somebody(), key_of(random_), end.ear()); });
  }
  /// From a number on, each node looks for a key of its own: the same each time.
  void look_up_same(std::size_t count, std::size_t next) {
    repeat(count, [this, &next](Hearing&, Hearing& end) {
      std::mt19937_64 random(next);
      swarm_.look_up(next++ % living_, key_of(random), end.ear());
    });
  }
  static Key key_of(std::mt19937_64& random) {
    Key key;
    for (auto& octet : key) octet = static_cast<std::uint8_t>(random());
    return key;
  }
  void put(std::size_t count) {
    repeat(count, [this](Hearing&, Hearing& end) { swarm_.put(somebody(), ++kept_, end.ear()); });
  }
  void get(std::size_t count) {
    repeat(count, [this](Hearing& first, Hearing& end) {
      swarm_.get(somebody(), static_cast<std::uint32_t>(1 + random_() % kept_), first.ear(), end.ear());
    });
  }

  /// One after the other.
  template <class Begin>
  void repeat(std::size_t count, const Begin& begin) {
    std::vector<std::uint64_t> first_us, end_us;
    std::uint64_t ok = 0;
    const auto before = used();
    for (std::size_t i = 0; i < count; ++i) {
      Hearing first, end;
      const auto start = Clock::now();
      begin(first, end);
      std::uint64_t us = 0;
      ok += end.wait(start, us);
      end_us.push_back(us);
      if (first.heard()) first.wait(start, us);
      first_us.push_back(us);
    }
    Answer answer;
    answer.with("ok", ok).with("us", end_us).with("first_us", first_us).with_use_since(before).say();
  }

  void silence(std::size_t percent, Silence how) {
    living_ = nodes_ - nodes_ * percent / 100;
    if (const auto why = dht_benchmark::silence(living_, nodes_ - 1, how); !why.empty()) give_up(why);
    Answer().with("living", living_).say();
  }
  void restore() {
    end_silence();
    living_ = nodes_;
    Answer().with("living", living_).say();
  }

  std::uint64_t all_contacts() {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < nodes_; ++i) sum += swarm_.contacts(i);
    return sum;
  }
  std::uint64_t growth() const { return resident_kib() - empty_kib_; }
  std::size_t somebody() { return random_() % living_; }

  Swarm& swarm_;
  std::mt19937_64 random_{1};
  std::size_t nodes_ = 0, living_ = 0;
  std::uint32_t kept_ = 0;
  std::uint64_t empty_kib_ = 0;
};

}  // namespace

std::string address_of(std::size_t node) {
  return "45." + std::to_string(node / 250 + 1) + "." + std::to_string(node % 250 + 1) + ".1";
}

std::string value_of(std::uint32_t number) {
  auto value = "value " + std::to_string(number) + " ";
  value.resize(100, '.');
  return value;
}

void give_up(const std::string& why) {
  std::cout << "{\"error\": \"" << why << "\"}" << std::endl;
  std::_Exit(1);
}

int serve(const std::function<Swarm*()>& make) {
  if (const auto why = enter_own_network(); !why.empty()) give_up(why);
  const std::unique_ptr<Swarm> swarm(make());
  Side side(*swarm);
  for (std::string line; std::getline(std::cin, line);) side.obey(line);
  std::_Exit(0);  // nobody waits for hundreds of nodes to say goodbye
}

}  // namespace dht_benchmark
