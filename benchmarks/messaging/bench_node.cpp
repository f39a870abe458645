// SPDX-License-Identifier: MIT
#include "bench_node.hpp"

#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wire/hex.hpp>

#include <cstdio>
#include <fstream>
#include <future>
#include <stdexcept>

namespace p2pchat::bench {

namespace {

/// A loopback endpoint whose port is free just now.
std::string free_endpoint() {
  const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool bound = ::bind(probe, generic, size) == 0 && ::getsockname(probe, generic, &size) == 0;
  ::close(probe);
  if (!bound) throw std::runtime_error("no free port");
  return "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

}  // namespace

struct BenchNode::Plugins {
  Plugins(const FixedRouting::Directory& directory, const messaging::MessagingOptions& options,
          const std::string& endpoint)
      : host({{"listen", endpoint}}), routing(host, directory) {
    host.provide<sdk::Crypto>(crypto);
    host.provide<sdk::Transport>(transport);
    host.provide<sdk::Routing>(routing);
    host.provide<sdk::Store>(store);
    messaging.emplace(host, disk, options);
  }
  BenchHost host;
  cipher::rsa_aes::Suite crypto{host};
  socket_transport::SocketTransport transport{host};
  FixedRouting routing;
  sqlite_store::SqliteStore store{host};
  Thread disk;
  std::optional<messaging::Messaging> messaging;
};

BenchNode::BenchNode(std::string name, FixedRouting::Directory& directory, const std::filesystem::path& disk,
                     Signing signing)
    : name_(std::move(name)), data_(disk / name_) {
  std::filesystem::create_directories(data_);
  std::filesystem::permissions(data_, std::filesystem::perms::owner_all);
  std::thread named([&] {
    pthread_setname_np(pthread_self(), name_.c_str());
    build(directory, signing);
  });
  named.join();
}

BenchNode::~BenchNode() {
  std::promise<void> stopped;
  on_loop([&] { plugins_->messaging->stop([&] { stopped.set_value(); }); });
  stopped.get_future().wait();
  on_loop([&] {
    plugins_->messaging.reset();
    plugins_->transport.stop();
  });
  plugins_.reset();
  std::filesystem::remove_all(data_);
}

void BenchNode::build(FixedRouting::Directory& directory, Signing signing) {
  messaging::MessagingOptions options;
  options.data_dir = data_;
  options.name = name_;
  options.share_signatures = signing == Signing::shared;
  const auto endpoint = free_endpoint();
  plugins_ = std::make_unique<Plugins>(directory, options, endpoint);
  auto& parts = *plugins_;
  on_loop([&] {
    parts.host.subscribe("message.state", [this](sdk::str, const sdk::Id& id, sdk::bytes) {
      if (on_state_) on_state_(id);
    });
    for (const auto& status : {parts.crypto.start(), parts.transport.start()})
      if (!status.ok()) throw std::runtime_error(status.text);
  });
  wait([&](sdk::StatusFn&& done) { parts.messaging->start(std::move(done)); });
  chat_ = static_cast<sdk::Chat*>(parts.messaging->query(sdk::Chat::iid, "bench"));
  wait([&](sdk::StatusFn&& done) {
    chat_->self([this, done = std::move(done)](const sdk::Status& status, const sdk::Id& me, sdk::str, sdk::str) {
      id_ = me;
      done(status);
    });
  });
  directory[id_] = endpoint;  // nobody looks anybody up while nodes are built
}

void BenchNode::on_loop(std::function<void()> f) {
  std::promise<void> ran;
  plugins_->host.post([&] {
    f();
    ran.set_value();
  });
  ran.get_future().wait();
}

void BenchNode::wait(const std::function<void(sdk::StatusFn&&)>& call) {
  std::promise<sdk::Status> answer;
  plugins_->host.post([&] { call([&](const sdk::Status& status) { answer.set_value(status); }); });
  const auto status = answer.get_future().get();
  if (!status.ok()) throw std::runtime_error(status.text);
}

bool BenchNode::is(const sdk::Id& other, sdk::Relation relation) {
  bool found = false;
  wait([&](sdk::StatusFn&& done) {
    chat_->contacts([&](const sdk::Contact& c) { found |= c.id == other && c.relation == relation; }, std::move(done));
  });
  return found;
}

sdk::State BenchNode::state(const sdk::Id& message) {
  auto state = sdk::State::failed;
  wait([&](sdk::StatusFn&& done) {
    chat_->message(
        message, [&](const sdk::Message& m) { state = m.state; }, std::move(done));
  });
  return state;
}

int BenchNode::delivered(const sdk::Id& peer, int count) {
  int found = 0;
  wait([&](sdk::StatusFn&& done) {
    chat_->history(
        peer, 0, static_cast<std::uint32_t>(count),
        [&](const sdk::Message& m) { found += m.state == sdk::State::delivered; }, std::move(done));
  });
  return found;
}

void befriend(BenchNode& asker, BenchNode& asked) {
  asker.wait([&](sdk::StatusFn&& done) {
    asker.chat().add_contact(wire::to_hex(asked.id()), "", "",
                             [done = std::move(done)](const sdk::Status& status, const sdk::Id&) { done(status); });
  });
  while (!asked.is(asker.id(), sdk::Relation::asking)) std::this_thread::yield();
  asked.wait([&](sdk::StatusFn&& done) { asked.chat().accept(asker.id(), std::move(done)); });
  while (!asker.is(asked.id(), sdk::Relation::accepted)) std::this_thread::yield();
}

double BenchNode::cpu_s() const {
  double sum = 0;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::string name, nanoseconds;
    std::ifstream(task.path() / "comm") >> name;
    if (name != name_) continue;
    std::ifstream(task.path() / "schedstat") >> nanoseconds;
    sum += std::stod(nanoseconds) / 1e9;
  }
  return sum;
}

}  // namespace p2pchat::bench
