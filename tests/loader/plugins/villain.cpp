// SPDX-License-Identifier: MIT
// Does to the whole program what the environment asks for, P2PCHAT_DEED, where it asks for it: `MOMENT-DEED`.
#include <p2pchat/network.hpp>
#include <p2pchat/plugin.hpp>

#include <unistd.h>

#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>

using namespace p2pchat::sdk;

void loop() {
  for (volatile bool forever = true; forever;) {
  }
}

void free_what_is_not_its_own() {
  char* volatile address = reinterpret_cast<char*>(&environ) + 1;  // which hides from the compiler what it is
  std::free(address);
}

void leak() {
  for (int i = 0; i < 48; ++i) {
    char* volatile lost = new char[64 << 20];
    lost[0] = 1;
  }
}

void commit(const std::string& deed) {
  if (deed == "crash") ::raise(SIGSEGV);
  if (deed == "abort") std::abort();
  if (deed == "exit") std::exit(0);
  if (deed == "vanish") ::_exit(0);
  if (deed == "loop") loop();
  if (deed == "sleep") std::this_thread::sleep_for(std::chrono::hours(1));
  if (deed == "block") std::this_thread::sleep_for(std::chrono::milliseconds(600));
  if (deed == "free") free_what_is_not_its_own();
  if (deed == "leak") leak();
  if (deed == "throw") throw std::runtime_error("the anchor is lost");
  if (deed == "outlives") std::thread(loop).detach();
  if (deed == "handlers") std::signal(SIGSEGV, SIG_IGN), std::signal(SIGTERM, SIG_IGN);
  if (deed == "locale") std::setlocale(LC_ALL, "C.UTF-8");
  if (deed == "descriptors")
    for (int i = 0; i < 3; ++i) ::close(i);
}

std::string deed() {
  const char* wanted = std::getenv("P2PCHAT_DEED");
  return wanted ? wanted : "";
}

void at(const std::string& moment) {
  if (deed().starts_with(moment + "-")) commit(deed().substr(moment.size() + 1));
}

struct Early {
  Early() { at("constructor"); }
};
const Early early;

struct Villain final : PluginOf<Villain> {
  using PluginOf::PluginOf;
  ~Villain() {
    if (deed() == "end-calls") host.post([] {});
  }
  Status start() override {
    at("start");
    host.after(1, [this] {
      at("timer");
      const std::vector<std::uint8_t> much(deed() == "tell-oversize" ? 17 << 20 : 0);
      if (deed() == "tell-oversize") host.publish("villain", {}, much);
      if (deed() == "tell-garbage") host.publish("villain", {}, bytes(nullptr, 5));
      if (deed() == "tell-elsewhere") std::thread([this] { host.get<Network>()->peers([](const Peer&) {}); }).join();
    });
    at("thread");
    return {};
  }
  void stop() noexcept override { at("stop"); }
};
P2PCHAT_PLUGIN(Villain, .id = "villain", .name = "Villain", .version = "1", .license = "MIT")
