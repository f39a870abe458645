// SPDX-License-Identifier: MIT
#include "plugins/start_order.hpp"

#include "elf_file.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using host::Candidate;
using host::Verdict;

// "b:provides>needs,?wants" as a good candidate.
Candidate plugin(const std::string& id, const std::string& provides, const std::vector<std::string>& needs = {}) {
  Candidate candidate{id + ".so", {host::ManifestReading::Outcome::read, manifest_of(id), ""}, Verdict::good, ""};
  auto& m = candidate.reading.manifest;
  if (!provides.empty()) provides.copy(m.provides[m.n_provides++], sizeof m.provides[0] - 1);
  for (const auto& need : needs) {
    auto& dependency = m.dependencies[m.n_dependencies++];
    dependency.optional = need[0] == '?';
    need.substr(dependency.optional).copy(dependency.iid, sizeof dependency.iid - 1);
  }
  return candidate;
}

// The ids in the order of starting.
std::vector<std::string> order(std::vector<Candidate>& candidates) {
  std::vector<std::string> wanted, ids;
  for (const auto& each : candidates) wanted.push_back(each.id());
  for (const auto index : host::start_order(candidates, wanted, {"host/1"})) ids.push_back(candidates[index].id());
  return ids;
}

using Ids = std::vector<std::string>;

TEST(StartOrder, is_as_configured_when_nobody_needs_anybody) {
  std::vector<Candidate> all{plugin("c", ""), plugin("a", ""), plugin("b", "")};
  EXPECT_EQ(order(all), (Ids{"c", "a", "b"}));
}

TEST(StartOrder, puts_each_after_what_it_needs_or_wants) {
  std::vector<Candidate> all{plugin("ui", "", {"?routing"}), plugin("routing", "routing", {"transport", "host/1"}),
                             plugin("transport", "transport")};
  EXPECT_EQ(order(all), (Ids{"transport", "routing", "ui"}));
}

TEST(StartOrder, refuses_a_need_nobody_meets_and_what_stands_on_it) {
  std::vector<Candidate> all{plugin("a", "a", {"nowhere"}), plugin("b", "b", {"a"}), plugin("c", "", {"?nowhere"})};
  EXPECT_EQ(order(all), (Ids{"c"}));
  EXPECT_EQ(all[0].verdict, Verdict::dependency);
  EXPECT_EQ(all[1].verdict, Verdict::dependency);
  EXPECT_NE(all[1].reason.find("a provides it but was refused"), std::string::npos) << all[1].reason;
}

TEST(StartOrder, names_the_plugin_that_would_help_but_is_not_in_the_profile) {
  std::vector<Candidate> all{plugin("a", "", {"x"}), plugin("unused", "x")};
  all[1].refuse(Verdict::not_in_profile, "not in profile");
  order(all);
  EXPECT_NE(all[0].reason.find("unused provides it but is not in the profile: add it"), std::string::npos);
}

TEST(StartOrder, prints_a_circle_and_refuses_only_those_in_it) {
  std::vector<Candidate> all{plugin("z", "z", {"c"}), plugin("a", "a", {"b"}), plugin("b", "b", {"c"}),
                             plugin("c", "c", {"a"}), plugin("free", "")};
  EXPECT_EQ(order(all), (Ids{"free"}));
  for (const int i : {1, 2, 3}) EXPECT_EQ(all[static_cast<std::size_t>(i)].verdict, Verdict::cycle);
  EXPECT_NE(all[1].reason.find("c -> a -> b -> c"), std::string::npos) << all[1].reason;
  EXPECT_EQ(all[0].verdict, Verdict::dependency) << "it only stood on the circle";
}

TEST(StartOrder, lets_an_optional_dependency_give_way) {
  std::vector<Candidate> all{plugin("a", "a", {"?b"}), plugin("b", "b", {"a"})};
  EXPECT_EQ(order(all), (Ids{"a", "b"}));
}

TEST(StartOrder, is_content_with_one_of_several_providers) {
  std::vector<Candidate> all{plugin("a", "a", {"x"}), plugin("one", "x"), plugin("two", "x", {"a"})};
  EXPECT_EQ(order(all), (Ids{"one", "a", "two"}));
}

TEST(StartOrder, does_not_take_a_plugin_for_its_own_provider) {
  std::vector<Candidate> all{plugin("wrapper", "x", {"x"}), plugin("inner", "x")};
  EXPECT_EQ(order(all), (Ids{"inner", "wrapper"}));
}

TEST(Verdict, asks_in_order_and_each_question_once) {
  auto judged = [](auto change, std::vector<std::string> wanted = {"x"}) {
    std::vector<Candidate> all{plugin("x", "")};
    change(all[0].reading);
    host::judge_files(all, wanted, "p", host::Speech::own());
    return all[0];
  };
  EXPECT_TRUE(judged([](auto&) {}).good());
  EXPECT_EQ(judged([](auto& r) { r.manifest.sdk_major = 9; }, {}).verdict, Verdict::not_in_profile) << "before the SDK";
  const auto both =
      judged([](auto& r) { r.manifest.sdk_major = 9, r.manifest.sdk_minor = 9, r.manifest.abi[0] = '?'; });
  EXPECT_EQ(both.verdict, Verdict::sdk_major) << "before minor and ABI";
  EXPECT_EQ(judged([](auto& r) { r.manifest.sdk_minor = 9, r.manifest.abi[0] = '?'; }).verdict, Verdict::sdk_minor);
  EXPECT_EQ(judged([](auto& r) { r.manifest.abi[0] = '?'; }).verdict, Verdict::abi);
}

TEST(Verdict, lets_an_older_minor_load) {
  host::Speech host = host::Speech::own();
  host.major = 1, host.minor = 3;
  const auto judged = [&](std::uint16_t minor) {
    std::vector<Candidate> all{plugin("x", "")};
    all[0].reading.manifest.sdk_major = 1, all[0].reading.manifest.sdk_minor = minor;
    host::judge_files(all, {"x"}, "p", host);
    return all[0];
  };
  EXPECT_TRUE(judged(0).good());
  EXPECT_TRUE(judged(3).good());
  EXPECT_EQ(judged(4).reason, "needs SDK 1.4, this host offers 1.3: update p2pchat");
}

}  // namespace
}  // namespace p2pchat::test
