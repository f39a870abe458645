// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/store.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace p2pchat::test {

/// One implementation, opened on nothing.
class OpenStore {
 public:
  virtual ~OpenStore() = default;
  virtual sdk::Store& store() = 0;
  /// Closes it and opens it again.
  virtual void reopen() = 0;
};

/// How to make one; printed as its name.
struct StoreMaker {
  std::string name;
  std::function<std::unique_ptr<OpenStore>()> make;
};
inline void PrintTo(const StoreMaker& maker, std::ostream* out) { *out << maker.name; }

/// What a visitor saw, owning its texts.
struct Seen {
  sdk::Message fields;
  std::string type, body, reason;
};

/// A message id or a peer made of a number.
sdk::Id id(std::uint64_t number);

/// A copy of what a visitor is shown.
Seen seen(const sdk::Message& message);

/// The tests of `sdk::Store`: they know nothing of any implementation.
class StoreContract : public testing::TestWithParam<StoreMaker> {
 protected:
  static constexpr std::uint32_t many = std::numeric_limits<std::uint32_t>::max();
  const sdk::Id alice = id(0xA11CE), bob = id(0xB0B);

  sdk::Store& store() { return open_->store(); }
  void reopen() { open_->reopen(); }

  /// Runs writes as one committed group.
  void group(const std::function<void()>& writes);
  /// Adds one message inside a group; its id is fresh. Returns that id.
  sdk::Id add(const sdk::Id& peer, sdk::Direction direction, std::uint64_t seq, sdk::str body,
              sdk::State state = sdk::State::delivered);
  /// The same in a group of its own.
  sdk::Id add_one(const sdk::Id& peer, sdk::Direction direction, std::uint64_t seq, sdk::str body,
                  sdk::State state = sdk::State::delivered);

  std::vector<Seen> history(const sdk::Id& peer, std::uint64_t before = 0, std::uint32_t limit = many);
  /// The bodies of a conversation, oldest first, joined by spaces.
  std::string conversation(const sdk::Id& peer);
  /// Bodies found, newest first.
  std::vector<std::string> found(sdk::str words, const sdk::Id& peer = {});
  Seen message(const sdk::Id& id);

 private:
  std::unique_ptr<OpenStore> open_ = GetParam().make();
  std::uint64_t last_id_ = 1000;
};

}  // namespace p2pchat::test
