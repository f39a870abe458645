// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/transport.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace p2pchat::test {

/// Transports of one kind and the loop they live on: all that the contract needs to know of an implementation.
class TransportWorld {
 public:
  virtual ~TransportWorld() = default;
  /// A new instance, started, that hears nothing yet.
  virtual sdk::Transport& add() = 0;
  /// Ends one, as the host does when it unloads a plugin.
  virtual void end(sdk::Transport& transport) = 0;
  /// Runs `f` on the loop, to its end.
  virtual void call(const std::function<void()>& f) = 0;
  /// Lets time pass until a condition, evaluated on the loop, holds; false when it does not come to hold.
  virtual bool until(const std::function<bool()>& condition) = 0;
  /// Lets one read nothing until `release`. By itself nothing that is sent during a `call` is read before its end; so
  /// this is for one that sends and reads in another process.
  virtual void hold(sdk::Transport&) {}
  virtual void release(sdk::Transport&) {}
  /// Lets everything that is under way arrive.
  virtual void settle() = 0;
};

/// An implementation, by name.
struct TransportKind {
  const char* name;
  std::unique_ptr<TransportWorld> (*make)();
};

/// A transport that listens, and what it heard. Its members belong to the loop.
struct Node {
  using Heard = std::vector<std::pair<std::string, std::string>>;
  sdk::Transport* transport = nullptr;
  std::string endpoint;
  Heard frames, datagrams;
  std::vector<std::pair<std::string, sdk::Errc>> closed;
};

class TransportContract : public testing::TestWithParam<TransportKind> {
 protected:
  /// A node that listens; its ears are open. A transport whose endpoints are no addresses listens where its settings
  /// say.
  Node& node(const std::string& listen = "127.0.0.1:0");
  /// Sends, and waits for the answer.
  sdk::Status send(Node& from, const std::string& to, const std::string& frame);
  sdk::Status listen(sdk::Transport& transport, const std::string& endpoint, std::string& bound);
  /// The endpoint under which `to` knows `from`, after a first frame.
  std::string meet(Node& from, Node& to);

 private:
  std::vector<std::unique_ptr<Node>> nodes_;

 protected:
  std::unique_ptr<TransportWorld> world = GetParam().make();  // ends before what its callbacks refer to
};

/// The parts of the contract: about frames, about the ends of connections, about datagrams; and, of a transport whose
/// endpoints are addresses with ports, about those of IPv6.
class Frames : public TransportContract {};
class Endings : public TransportContract {};
class Datagrams : public TransportContract {};
class Addresses : public TransportContract {
 protected:
  void SetUp() override;
};

}  // namespace p2pchat::test
