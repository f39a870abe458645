// SPDX-License-Identifier: MIT
#include "actors.hpp"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace p2pchat::isolation {

void Router::join(sdk::str endpoints, sdk::StatusFn&& done) {
  host.log(sdk::Level::info, "joins through " + std::string(endpoints));
  if (done) done({});
}

void Router::locate(const Id& node, sdk::Fn<void(const sdk::Status&, const Entry&)>&& done) {
  switch (static_cast<Wish>(node.b[0])) {
    case Wish::crash:
      std::_Exit(3);
    case Wish::hang:
      for (;;) ::pause();
    case Wish::silence:
      silent_.push_back(std::move(done));
      return;
    case Wish::answer:
    case Wish::nonsense:
      Entry entry;
      entry.id = node;
      if (node.b[0] == static_cast<std::uint8_t>(Wish::nonsense))
        std::memset(entry.endpoint, '1', sizeof entry.endpoint);
      done({}, entry);
  }
}

void Router::closest(const Id& key, std::uint32_t n, sdk::NodesFn&& done) {
  std::vector<Entry> nodes(n);
  for (auto& node : nodes) node.id = key;
  done({}, nodes.data(), n);
}

void Router::known(const Id&, std::uint32_t n, const sdk::Fn<void(const Entry&)>& each) {
  for (std::uint32_t i = 0; i < n; ++i) {
    Entry entry;
    entry.rtt_ms = i;
    each(entry);
  }
  host.get<sdk::Network>()->peers(
      [this](const sdk::Peer& peer) { host.log(sdk::Level::info, "a peer at " + std::string(peer.endpoint)); });
}

sdk::Status Burglar::start() {
  std::string secret;
  sdk::OutTo out(secret);
  (void)host.config("secret", out);
  const auto tell = [this](const char* word, long result) {
    host.log(sdk::Level::info, std::string(word) + (result < 0 ? " refused" : " done"));
    return result;
  };
  tell("read", ::open(secret.c_str(), O_RDONLY));
  tell("write", ::open(secret.c_str(), O_WRONLY));
  tell("create", ::open((secret + "-new").c_str(), O_WRONLY | O_CREAT, 0600));
  tell("remove", ::unlink(secret.c_str()));
  tell("socket", ::socket(AF_INET, SOCK_STREAM, 0));
  tell("local socket", ::socket(AF_UNIX, SOCK_STREAM, 0));
  tell("ptrace", ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr));
  tell("kill", ::kill(::getppid(), 0));
  const auto child = tell("fork", ::fork());
  if (child == 0) std::_Exit(0);
  if (child > 0) ::waitpid(static_cast<pid_t>(child), nullptr, 0);
  char program[] = "/bin/true", *arguments[] = {program, nullptr};
  if (!secret.empty()) tell("execute", ::execv(program, arguments));
  return {};
}

}  // namespace p2pchat::isolation
