// SPDX-License-Identifier: MIT
#include "support/virtual_host.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/ui.hpp>

#include <gtest/gtest.h>

#include <memory>

namespace p2pchat::test {
namespace {

using namespace sdk;

TEST(Fn, owns_what_it_captured_and_drops_it_once) {
  const auto held = std::make_shared<int>(0);
  {
    Fn<void()> first = [held] { ++*held; };
    EXPECT_EQ(held.use_count(), 2);
    Fn<void()> second = std::move(first);
    EXPECT_FALSE(first);  // NOLINT(bugprone-use-after-move): moved from is empty, it says
    second();
    second.reset();
    EXPECT_FALSE(second);
    EXPECT_EQ(held.use_count(), 1);
    second = [held] { *held += 10; };
    second();
  }
  EXPECT_EQ(*held, 11);
  EXPECT_EQ(held.use_count(), 1);
}

TEST(Fn, drops_what_it_held_when_another_is_assigned) {
  const auto old = std::make_shared<int>(0);
  Fn<int(int)> f = [old](int) { return 0; };
  f = [](int n) { return n + 1; };
  EXPECT_EQ(old.use_count(), 1);
  EXPECT_EQ(f(41), 42);
}

TEST(Fn, is_empty_until_there_is_something_to_call) {
  Fn<void()> f;
  EXPECT_FALSE(f);
  f.reset();
  Fn<void()> g = std::move(f);
  EXPECT_FALSE(g);
}

TEST(Fn, passes_references_on_and_takes_callables_that_only_move) {
  auto number = std::make_unique<int>(5);
  Fn<int(int&, str)> f = [own = std::move(number)](int& out, str in) {
    out = *own;
    return static_cast<int>(in.len);
  };
  int out = 0;
  EXPECT_EQ(f(out, "seven"), 5);
  EXPECT_EQ(out, 5);
}

TEST(Fn, may_be_called_from_inside_itself) {
  Fn<void(int)> f;
  int sum = 0;
  f = [&](int n) {
    sum += n;
    if (n > 0) f(n - 1);
  };
  f(4);
  EXPECT_EQ(sum, 10);
}

TEST(Out, appends_and_grows) {
  std::string text = "a";
  OutTo out(text);
  EXPECT_TRUE(out.append(std::string_view("bc")));
  EXPECT_TRUE(out.append(bytes()));
  auto* at = out.grow(2);
  ASSERT_NE(at, nullptr);
  at[0] = 'd', at[1] = 'e';
  EXPECT_EQ(text, "abcde");
}

struct Full final : Out {
  std::uint8_t* grow(std::uint64_t) noexcept override { return nullptr; }
};

TEST(Out, says_when_there_is_no_room) {
  std::vector<std::uint8_t> octets{1, 2};
  OutTo out(octets);
  EXPECT_EQ(out.grow(~std::uint64_t{0} - 8), nullptr);
  EXPECT_EQ(octets.size(), 2U) << "and keeps what it has";
  EXPECT_FALSE(Full().append(std::string_view("x")));
}

TEST(Status, keeps_123_octets_of_its_text_and_ends_them) {
  EXPECT_TRUE(Status().ok());
  const Status status(Errc::io, std::string(500, 'x'));
  EXPECT_FALSE(status.ok());
  EXPECT_EQ(std::string_view(status.text), std::string(123, 'x'));
}

TEST(Id, is_ordered_as_a_big_endian_number) {
  Id small, large;
  small.b[31] = 0xff;
  large.b[0] = 0x80;
  EXPECT_LT(small, large);
  EXPECT_EQ(small, Id(small));
}

TEST(Same, compares_all_of_both) {
  EXPECT_TRUE(same(bytes::of("tide"), bytes::of("tide")));
  EXPECT_FALSE(same(bytes::of("tide"), bytes::of("tidy")));
  EXPECT_FALSE(same(bytes::of("tide"), bytes::of("side")));
  EXPECT_FALSE(same(bytes::of("tide"), bytes::of("tid")));
  EXPECT_TRUE(same({}, {}));
}

struct Two final : PluginOf<Two, Crypto, Ui> {
  using PluginOf::PluginOf;
  str suite() const override { return "two"; }
  SecretKey* generate(Status&) override { return nullptr; }
  SecretKey* read(bytes, str, Status&) override { return nullptr; }
  Status digest(bytes, Id&) override { return {}; }
  Status identify(bytes, Id&) override { return {}; }
  Status verify(bytes, bytes, bytes) override { return {}; }
  Status seal(bytes, bytes, bytes, Out&) override { return {}; }
  Status check(bytes, std::uint64_t, Id&) override { return {}; }
  Status ephemeral(Out&, Out&) override { return {}; }
  Status agree(bytes, bytes, bytes, Out&) override { return {}; }
  Status mac(bytes, bytes, Out&) override { return {}; }
  std::int32_t run(std::int32_t, const char* const*) override { return 7; }
  void quit() noexcept override {}
};

TEST(PluginOf, answers_for_its_interfaces_by_name_and_for_no_other) {
  VirtualClock clock;
  VirtualHost host(clock);
  Two two(host);
  EXPECT_EQ(std::string_view(static_cast<Crypto*>(two.query(Crypto::iid))->suite()), "two");
  EXPECT_EQ(static_cast<Ui*>(two.query(Ui::iid))->run(0, nullptr), 7);
  EXPECT_EQ(two.query("p2pchat.store/1"), nullptr);
  EXPECT_EQ(two.query(""), nullptr);
}

}  // namespace
}  // namespace p2pchat::test
