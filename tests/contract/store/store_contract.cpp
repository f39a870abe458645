// SPDX-License-Identifier: MIT
#include "store_contract.hpp"

namespace p2pchat::test {

sdk::Id id(std::uint64_t number) {
  sdk::Id made;
  for (int i = 0; i < 8; ++i) made.b[31 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  made.b[0] = 0x77;
  return made;
}

Seen seen(const sdk::Message& message) {
  return {message, std::string(message.type), std::string(message.body), std::string(message.reason)};
}

void StoreContract::group(const std::function<void()>& writes) {
  ASSERT_TRUE(store().begin().ok());
  writes();
  const auto status = store().commit();
  ASSERT_TRUE(status.ok()) << status.text;
}

sdk::Id StoreContract::add(const sdk::Id& peer, sdk::Direction direction, std::uint64_t seq, sdk::str body,
                           sdk::State state) {
  sdk::Message message;
  message.id = id(++last_id_);
  message.peer = peer;
  message.time_ms = 1'700'000'000'000 + last_id_;
  message.seq = seq;
  message.direction = direction;
  message.state = state;
  message.type = "text";
  message.body = body;
  std::uint32_t added = 0;
  const auto status = store().add(message, added);
  EXPECT_TRUE(status.ok()) << status.text;
  EXPECT_EQ(added, 1U);
  return message.id;
}

sdk::Id StoreContract::add_one(const sdk::Id& peer, sdk::Direction direction, std::uint64_t seq, sdk::str body,
                               sdk::State state) {
  sdk::Id made;
  group([&] { made = add(peer, direction, seq, body, state); });
  return made;
}

std::vector<Seen> StoreContract::history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit) {
  std::vector<Seen> rows;
  const auto status = store().history(peer, before, limit, [&](const sdk::Message& row) {
    rows.push_back(seen(row));
    return 1U;
  });
  EXPECT_TRUE(status.ok()) << status.text;
  return rows;
}

std::string StoreContract::conversation(const sdk::Id& peer) {
  std::string joined;
  for (const auto& row : history(peer)) joined = joined.empty() ? row.body : row.body + " " + joined;
  return joined;
}

std::vector<std::string> StoreContract::found(sdk::str words, const sdk::Id& peer) {
  std::vector<std::string> bodies;
  std::uint64_t next = 1;
  const auto status = store().search(words, peer, 0, many, next, [&](const sdk::Message& row) {
    bodies.emplace_back(row.body);
    return 1U;
  });
  EXPECT_TRUE(status.ok()) << status.text;
  EXPECT_EQ(next, 0U);
  return bodies;
}

Seen StoreContract::message(const sdk::Id& wanted) {
  Seen row;
  const auto status = store().message(wanted, [&](const sdk::Message& found) {
    row = seen(found);
    return 1U;
  });
  EXPECT_TRUE(status.ok()) << status.text;
  return row;
}

}  // namespace p2pchat::test
