// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace dht_benchmark {

/// 32 octets; systems with shorter keys take the first 20.
using Key = std::array<std::uint8_t, 32>;

/// How an operation went, heard on any thread, once.
using Done = std::function<void(bool ok)>;

/// Many nodes of one system in this process, each with sockets and an address of its own. Thread: main.
class Swarm {
 public:
  virtual ~Swarm() = default;
  /// Makes what is made once in a node's life, such as its key: not measured.
  virtual void prepare(std::size_t nodes) = 0;
  /// Starts a node that knows where another lives; the first knows nobody.
  virtual void start(std::size_t node, std::size_t bootstrap) = 0;
  /// How many nodes a node's table has that answered it lately.
  virtual std::size_t contacts(std::size_t node) = 0;
  /// Finds the nodes nearest a key where nothing is kept, as far as the system goes by itself.
  virtual void look_up(std::size_t node, const Key& key, Done done) = 0;
  /// Keeps a value of 100 octets that `number` makes.
  virtual void put(std::size_t node, std::uint32_t number, Done done) = 0;
  /// Fetches it; `ended` when the search did so too, which may be later.
  virtual void get(std::size_t node, std::uint32_t number, Done found, Done ended) = 0;
};

/// The address of a node, in a network (/24) of its own, and the port of all.
std::string address_of(std::size_t node);
inline constexpr std::uint16_t port = 4222;

/// The value of a number.
std::string value_of(std::uint32_t number);

/// Says to the driver that this side cannot go on, and why.
[[noreturn]] void give_up(const std::string& why);

/// Serves the driver, line by line, on standard input and output, until it says no more. In a network namespace of its
/// own, which it makes before any thread.
int serve(const std::function<Swarm*()>& make);

}  // namespace dht_benchmark
