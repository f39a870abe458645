// SPDX-License-Identifier: MIT
#include "name_cache.hpp"

#include "socket_address.hpp"

#include <netdb.h>

#include <cstring>
#include <utility>

namespace p2pchat::socket_transport {
namespace {

constexpr std::uint64_t keep_us = 600'000'000;
constexpr std::uint64_t keep_failure_us = 10'000'000;
constexpr std::size_t most_names = 256;
constexpr std::size_t most_waiting = 64;  // for one name
constexpr std::size_t most_addresses = 8;

}  // namespace

std::vector<Endpoint> resolve(const std::string& name) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  std::vector<Endpoint> addresses;
  if (getaddrinfo(name.c_str(), nullptr, &hints, &list) != 0) return addresses;
  for (const auto* at = list; at != nullptr && addresses.size() < most_addresses; at = at->ai_next) {
    if (at->ai_family != AF_INET && at->ai_family != AF_INET6) continue;
    sockaddr_storage storage{};
    std::memcpy(&storage, at->ai_addr, at->ai_addrlen);
    addresses.push_back(endpoint_of(storage));
  }
  freeaddrinfo(list);
  return addresses;
}

struct NameCache::State : std::enable_shared_from_this<State> {
  struct Question {
    std::uint16_t port;
    FoundFn found;
  };
  struct Name {
    std::vector<Endpoint> addresses;
    std::uint64_t good_until_us = 0;
    std::vector<Question> questions;
  };
  State(sdk::Host& h, Resolve r) : host(h), how(std::move(r)) {}

  void ask_next();
  void answer(const std::string& name, std::vector<Endpoint> addresses);
  void give(std::vector<Endpoint> addresses, const Question& question);
  void give_later(std::vector<Endpoint> addresses, Question question);
  void make_room();

  sdk::Host& host;
  const Resolve how;
  std::map<std::string, Name, std::less<>> names;
  std::deque<std::string> to_ask;
  bool asking = false, stopped = false;
};

void NameCache::State::give(std::vector<Endpoint> addresses, const Question& question) {
  if (stopped) return;
  for (auto& address : addresses) address.port = question.port;
  question.found(addresses);
}

void NameCache::State::give_later(std::vector<Endpoint> addresses, Question question) {
  host.post([self = shared_from_this(), addresses = std::move(addresses), question = std::move(question)] {
    self->give(addresses, question);
  });
}

void NameCache::State::make_room() {
  const auto now = host.ticks_us();
  std::erase_if(names, [&](const auto& entry) {
    return entry.second.questions.empty() && (entry.second.good_until_us < now || names.size() >= most_names);
  });
}

void NameCache::State::ask_next() {
  if (asking || to_ask.empty()) return;
  asking = true;
  auto name = std::move(to_ask.front());
  to_ask.pop_front();
  // The worker shares nothing with this object, which may be gone when a slow name server answers.
  auto addresses = std::make_shared<std::vector<Endpoint>>();
  host.offload([addresses, name, ask = how] { *addresses = ask(name); },
               [addresses, name, self = shared_from_this()] { self->answer(name, std::move(*addresses)); });
}

void NameCache::State::answer(const std::string& name, std::vector<Endpoint> addresses) {
  if (stopped) return;
  asking = false;
  auto& entry = names[name];
  entry.good_until_us = host.ticks_us() + (addresses.empty() ? keep_failure_us : keep_us);
  entry.addresses = std::move(addresses);
  const auto answered = entry.addresses;
  const auto questions = std::exchange(entry.questions, {});
  ask_next();
  for (const auto& question : questions) give(answered, question);
}

NameCache::NameCache(sdk::Host& host, Resolve how) : state_(std::make_shared<State>(host, std::move(how))) {}

void NameCache::find(std::string_view text, std::uint16_t port, FoundFn found) {
  auto& state = *state_;
  std::string name(text);
  if (state.names.size() >= most_names) state.make_room();
  if (state.names.size() >= most_names && !state.names.contains(name))
    return state.give_later({}, {port, std::move(found)});
  auto& entry = state.names[name];
  if (entry.good_until_us > state.host.ticks_us()) return state.give_later(entry.addresses, {port, std::move(found)});
  if (entry.questions.size() >= most_waiting) return state.give_later({}, {port, std::move(found)});
  entry.questions.push_back({port, std::move(found)});
  if (entry.questions.size() > 1) return;
  state.to_ask.push_back(std::move(name));
  state.ask_next();
}

void NameCache::stop() {
  state_->stopped = true;
  state_->names.clear();
  state_->to_ask.clear();
}

}  // namespace p2pchat::socket_transport
