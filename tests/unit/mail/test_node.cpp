// SPDX-License-Identifier: MIT
#include "test_node.hpp"

#include <algorithm>
#include <stdexcept>

namespace p2pchat::test {
namespace {

/// In memory where there is such a place: key files are written through to the disk, which takes long.
std::filesystem::path fast_directory() {
  const std::filesystem::path memory = "/dev/shm";
  return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

}  // namespace

struct TestNode::Process {
  Process(TestNode& node, std::uint64_t seed)
      : host(node.world_.clock, seed),
        transport(node.world_.network, host, "10.0.0." + std::to_string(node.number_) + ":12476"),
        routing(host, node.world_.directory) {
    host.provide<sdk::Crypto>(crypto);
    host.provide<sdk::Transport>(transport);
    host.provide<sdk::Routing>(routing);
    host.provide<sdk::Store>(node.store);
    if (node.world_.sea) host.provide<sdk::Bottle>(harbour.emplace(host, *node.world_.sea));
    messaging::MessagingOptions options;
    options.data_dir = node.directory_;
    options.name = "node " + std::to_string(node.number_);
    messaging.emplace(host, serial, options);
    host.subscribe("", [&node](sdk::str topic, const sdk::Id&, sdk::bytes) { node.events.emplace_back(topic); });
  }
  VirtualHost host;
  PlainCrypto crypto{host};
  MemoryTransport transport;
  StaticRouting routing;
  std::optional<FakeHarbour> harbour;
  LoopSerial serial{host};
  std::optional<messaging::Messaging> messaging;
};

TestNode::TestNode(World& world, std::uint64_t number)
    : world_(world), number_(number), disk_host_(world.clock), disk_(disk_host_) {
  auto name = (fast_directory() / "p2pchat-messaging-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
  directory_ = name;
  boot();
}

TestNode::~TestNode() {
  crash();
  std::filesystem::remove_all(directory_);
}

void TestNode::boot() {
  events.clear();
  process_ = std::make_unique<Process>(*this, number_ * 1000 + ++boots_);
  process_->messaging->start([](const sdk::Status& status) {
    if (!status.ok()) throw std::runtime_error(status.text);
  });
  process_->messaging->query(sdk::Chat::iid, "test");
  chat().self([this](const sdk::Status& status, const sdk::Id& me, sdk::str, sdk::str) {
    if (!status.ok()) return;
    id_ = me;
    if (process_->harbour) process_->harbour->is(me);
    world_.directory[me] = process_->transport.endpoint();
  });
}

void TestNode::crash() { process_.reset(); }

void TestNode::stop() {
  bool stopped = false;
  messaging().stop([&] { stopped = true; });
  world_.until([&] { return stopped; });
  process_.reset();
}

messaging::Messaging& TestNode::messaging() { return *process_->messaging; }
VirtualHost& TestNode::host() { return process_->host; }
sdk::Chat& TestNode::chat() { return *static_cast<sdk::Chat*>(messaging().query(sdk::Chat::iid, "test")); }

const sdk::Id& TestNode::id() {
  world_.until([this] { return id_.has_value(); });
  return id_.value();
}

std::string TestNode::invite() {
  std::string line;
  chat().self([&](const sdk::Status&, const sdk::Id&, sdk::str, sdk::str invite) { line = invite; });
  world_.until([&] { return !line.empty(); });
  return line;
}

sdk::Errc TestNode::ask(const std::function<void(sdk::Chat&, sdk::StatusFn&&)>& call) {
  std::optional<sdk::Errc> answer;
  call(chat(), [&](const sdk::Status& status) { answer = status.code; });
  world_.until([&] { return answer.has_value(); });
  return answer.value();
}

sdk::Errc TestNode::add(TestNode& other, const std::string& greeting) {
  const auto line = other.invite();
  return ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.add_contact(line, "", greeting, [done = std::move(done)](const sdk::Status& s, const sdk::Id&) { done(s); });
  });
}

sdk::Errc TestNode::accept(TestNode& other) {
  return ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.accept(other.id(), std::move(done)); });
}

sdk::Errc TestNode::send(TestNode& to, const std::string& text, sdk::Id* id) {
  return ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.send(to.id(), text, [id, done = std::move(done)](const sdk::Status& status, const sdk::Id& saved) {
      if (id) *id = saved;
      done(status);
    });
  });
}

std::optional<sdk::Relation> TestNode::relation(TestNode& other) {
  std::optional<sdk::Relation> found;
  ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.contacts(
        [&](const sdk::Contact& contact) {
          if (contact.id == other.id()) found = contact.relation;
        },
        std::move(done));
  });
  return found;
}

namespace {

TestNode::Line line_of(const sdk::Message& m) {
  return {m.id, std::string(m.body), std::string(m.reason), m.state, m.direction};
}

}  // namespace

std::vector<TestNode::Line> TestNode::history(TestNode& other) {
  std::vector<Line> lines;
  ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.history(
        other.id(), 0, 1'000'000, [&](const sdk::Message& m) { lines.push_back(line_of(m)); }, std::move(done));
  });
  std::ranges::reverse(lines);
  return lines;
}

std::vector<std::string> TestNode::heard_from(TestNode& other) {
  std::vector<std::string> bodies;
  for (const auto& line : history(other))
    if (line.direction == sdk::Direction::incoming) bodies.push_back(line.body);
  return bodies;
}

std::optional<TestNode::Line> TestNode::message(const sdk::Id& id) {
  std::optional<Line> found;
  ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.message(
        id, [&](const sdk::Message& m) { found = line_of(m); }, std::move(done));
  });
  return found;
}

std::size_t TestNode::count(const std::string& topic) const {
  return static_cast<std::size_t>(std::ranges::count(events, topic));
}

void befriend(World& world, TestNode& asker, TestNode& asked) {
  asker.add(asked);
  world.until([&] { return asked.relation(asker) == sdk::Relation::asking; });
  asked.accept(asker);
  world.until([&] { return asker.relation(asked) == sdk::Relation::accepted; });
}

}  // namespace p2pchat::test
