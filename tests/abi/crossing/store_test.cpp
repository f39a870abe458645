// SPDX-License-Identifier: MIT
// The same for a store.
#include "abi/crossing/crossing.hpp"

namespace p2pchat::witness {
namespace {

// A status as the number of its code and its text, so that both are compared at once.
std::string answer_of(const sdk::Status& status) { return told("", status.code, std::string_view(status.text)); }
std::string answer(std::string_view text) { return told("", sdk::Errc::refused, text); }

TEST_F(Crossing, carries_what_a_store_writes) {
  const auto key = sdk::bytes::of("key");
  with<sdk::Store>([&](sdk::Store& it) {
    std::string text;
    sdk::OutTo out(text);
    EXPECT_EQ(answer_of(it.open("directory", out)), answer("Store::open directory"));
    EXPECT_EQ(text, "notice");
    it.close();
    EXPECT_EQ(answer_of(it.begin()), answer("Store::begin Store::close"));
    it.rollback();
    EXPECT_EQ(answer_of(it.begin()), answer("Store::begin Store::rollback"));
    EXPECT_EQ(answer_of(it.commit()), answer("Store::commit"));
    EXPECT_EQ(answer_of(it.put("table", key, sdk::bytes::of("value"))), answer("Store::put table key value"));
    EXPECT_EQ(answer_of(it.erase("table", key)), answer("Store::erase table key"));
    std::uint32_t added = 0;
    EXPECT_EQ(answer_of(it.add(a_message(), added)), answer("Store::add 1"));
    EXPECT_EQ(added, 4'000'000'034U);
    EXPECT_EQ(answer_of(it.set_state(id(1), sdk::State::failed, "reason")), answer("Store::set_state #1 4 reason"));
    EXPECT_EQ(answer_of(it.forget(id(2))), answer("Store::forget #2"));
  });
}

TEST_F(Crossing, carries_what_a_store_reads) {
  const auto seen = text_of(a_message());
  const auto see = [&](const sdk::Message& message) -> std::uint32_t { return text_of(message) == seen ? 77 : 0; };
  with<sdk::Store>([&](sdk::Store& it) {
    std::string value;
    sdk::OutTo out(value);
    EXPECT_EQ(answer_of(it.get("table", sdk::bytes::of("key"), out)), answer("Store::get table key"));
    EXPECT_EQ(value, "value");
    EXPECT_EQ(answer_of(it.scan("table", sdk::bytes::of("from"), 3,
                                [&](sdk::bytes key, sdk::bytes row) -> std::uint32_t {
                                  return told("", key, row) == " key value" ? 78 : 0;
                                })),
              answer("Store::scan table from 3 78"));
    EXPECT_EQ(answer_of(it.message(id(4), see)), answer("Store::message #4 77"));
    EXPECT_EQ(answer_of(it.history(id(5), 5'000'000'005, 5, see)), answer("Store::history #5 5000000005 5 77"));
    EXPECT_EQ(answer_of(it.unsettled(see)), answer("Store::unsettled 77"));
    EXPECT_EQ(answer_of(it.mark_read(id(6), 5'000'000'006, see)), answer("Store::mark_read #6 5000000006 77"));
    std::uint64_t first = 0, second = 0;
    EXPECT_EQ(answer_of(it.summary(id(7), first, second)), answer("Store::summary #7"));
    EXPECT_EQ(told("", first, second), " 5000000035 5000000036");
    EXPECT_EQ(answer_of(it.search("words", id(8), 5'000'000'008, 8, first, see)),
              answer("Store::search words #8 5000000008 8 77"));
    EXPECT_EQ(first, 5'000'000'037U);
  });
}

}  // namespace
}  // namespace p2pchat::witness
