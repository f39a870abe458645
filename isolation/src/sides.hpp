// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/host.hpp>

namespace p2pchat::isolation {

/// What a worker asks its node itself: the part of `Host` that only the node knows, and how its life goes.
struct NodeSide : sdk::Interface {
  using EventFn = sdk::Fn<void(sdk::str topic, const sdk::Id& subject, sdk::bytes detail)>;

  /// As the methods of `Host` of the same names.
  virtual void log(sdk::Level level, sdk::str text) = 0;
  virtual bool config(sdk::str key, sdk::Out& value) = 0;
  virtual std::uint64_t subscribe(sdk::str prefix, EventFn&& f) = 0;
  virtual void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) = 0;
  virtual void cancel(std::uint64_t token) = 0;
  /// The object that stands for the `index`-th provider of an interface, or 0.
  virtual std::uint32_t find(sdk::str iid, std::uint32_t index) = 0;
  /// The object that stands for an interface of the plugin. Comes before `made`.
  virtual void provides(sdk::str iid, std::uint32_t object) = 0;
  /// The plugin has been made, or could not: what it provides may be called.
  virtual void made(const sdk::Status& status) = 0;
  /// The plugin has started, or could not.
  virtual void started(const sdk::Status& status) = 0;
  /// Its `Ui::run` has returned, and it has stopped.
  virtual void ended(std::int32_t code) = 0;
  /// Answers a `ping`: the loop of the worker turns.
  virtual void alive(std::uint64_t ping) = 0;

 protected:
  ~NodeSide() = default;
};

/// What a node tells its worker.
struct WorkerSide : sdk::Interface {
  /// Starts the plugin once it is made.
  virtual void start() = 0;
  /// Runs `Ui::run`; the arguments are separated by zeros.
  virtual void run(sdk::str arguments) = 0;
  /// Asks `run` to return; a worker that does not run ends.
  virtual void quit() = 0;
  /// Asks whether the loop turns; numbers rise.
  virtual void ping(std::uint64_t number) = 0;

 protected:
  ~WorkerSide() = default;
};

template <>
struct MethodsOf<NodeSide> : Methods<&NodeSide::log, &NodeSide::config, &NodeSide::subscribe, &NodeSide::publish,
                                     &NodeSide::cancel, &NodeSide::find, &NodeSide::provides, &NodeSide::made,
                                     &NodeSide::started, &NodeSide::ended, &NodeSide::alive> {};
template <>
struct MethodsOf<WorkerSide> : Methods<&WorkerSide::start, &WorkerSide::run, &WorkerSide::quit, &WorkerSide::ping> {};

template <class Carrier>
class Forwarder<NodeSide, Carrier> final : public Carrier {
  using N = NodeSide;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void log(sdk::Level level, sdk::str text) override { carry(method<&N::log>, level, text); }
  bool config(sdk::str key, sdk::Out& value) override { return carry(method<&N::config>, key, value); }
  std::uint64_t subscribe(sdk::str prefix, N::EventFn&& f) override {
    return carry(method<&N::subscribe>, prefix, std::move(f));
  }
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) override {
    carry(method<&N::publish>, topic, subject, detail);
  }
  void cancel(std::uint64_t token) override { carry(method<&N::cancel>, token); }
  std::uint32_t find(sdk::str iid, std::uint32_t index) override { return carry(method<&N::find>, iid, index); }
  void provides(sdk::str iid, std::uint32_t object) override { carry(method<&N::provides>, iid, object); }
  void made(const sdk::Status& status) override { carry(method<&N::made>, status); }
  void started(const sdk::Status& status) override { carry(method<&N::started>, status); }
  void ended(std::int32_t code) override { carry(method<&N::ended>, code); }
  void alive(std::uint64_t ping) override { carry(method<&N::alive>, ping); }
};

template <class Carrier>
class Forwarder<WorkerSide, Carrier> final : public Carrier {
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  void start() override { carry(method<&WorkerSide::start>); }
  void run(sdk::str arguments) override { carry(method<&WorkerSide::run>, arguments); }
  void quit() override { carry(method<&WorkerSide::quit>); }
  void ping(std::uint64_t number) override { carry(method<&WorkerSide::ping>, number); }
};

}  // namespace p2pchat::isolation
