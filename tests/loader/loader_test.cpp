// SPDX-License-Identifier: MIT
// Real files, one per verdict: each is refused by its own sentence, and the rest goes on.
#include "plugins/catalog.hpp"
#include "support/loop_world.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace p2pchat::test {
namespace {

namespace fs = std::filesystem;
using host::Candidate;
using host::Verdict;

#if defined(__SANITIZE_THREAD__)
constexpr bool is_thread_sanitized = true;
#elif defined(__has_feature)
constexpr bool is_thread_sanitized = __has_feature(thread_sanitizer);
#else
constexpr bool is_thread_sanitized = false;
#endif

const fs::path folder = P2PCHAT_BROKEN_PLUGINS;

const std::vector<std::string> everything{
    "good",         "not_elf",        "no_manifest", "other_major",     "other_minor",      "other_abi",
    "needs_absent", "circle_a",       "circle_b",    "undefined",       "throws_in_create", "mute",
    "boaster",      "fails_to_start", "needs_ink",   "throws_in_start", "no_entry",         "makes_nothing"};

// Judges, loads, starts and stops; what became of each file.
std::vector<Candidate> load(const std::vector<fs::path>& folders, const std::vector<std::string>& wanted) {
  auto candidates = host::find_plugins(folders);
  host::judge_files(candidates, wanted, "test", host::Speech::own());
  LoopWorld world(std::move(candidates), wanted);
  world.run([&] {
    world.plugins.load(world.services);
    world.plugins.start();
    world.plugins.stop();
    world.finish();
  });
  return world.plugins.candidates();
}

const Candidate& candidate_in(const std::vector<Candidate>& all, const std::string& id) {
  for (const auto& each : all)
    if (each.id() == id) return each;
  throw std::runtime_error("no file of plugin " + id);
}

struct Case {
  std::string id;
  Verdict verdict;
  std::vector<std::string> words;  // what its sentence has to name
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.id; }

class Refusal : public testing::TestWithParam<Case> {};

TEST_P(Refusal, names_what_differs_and_what_to_do) {
  const auto all = load({folder}, everything);
  const auto& found = candidate_in(all, GetParam().id);
  EXPECT_EQ(found.verdict, GetParam().verdict) << found.reason;
  for (const auto& word : GetParam().words) EXPECT_NE(found.reason.find(word), std::string::npos) << found.reason;
  EXPECT_TRUE(candidate_in(all, "good").good()) << "the others go on";
}

INSTANTIATE_TEST_SUITE_P(
    Each, Refusal,
    testing::Values(Case{"not_elf", Verdict::not_elf, {"not an ELF shared library", "not ELF", "remove it"}},
                    Case{"no_manifest", Verdict::no_manifest, {"no p2pchat manifest", ".p2pchat"}},
                    Case{"unlisted", Verdict::not_in_profile, {"not in profile test", "name it"}},
                    Case{"other_major", Verdict::sdk_major, {"built for SDK 7.0", "speaks 1.x", "update p2pchat"}},
                    Case{"other_minor", Verdict::sdk_minor, {"needs SDK 1.9", "offers 1.0", "update p2pchat"}},
                    Case{"other_abi", Verdict::abi, {"ABI mismatch", "fork;itanium", "p2pchat;itanium", "build it"}},
                    Case{"needs_absent", Verdict::dependency, {"needs test.nowhere/1", "install one"}},
                    Case{"circle_a", Verdict::cycle, {"circle_a -> circle_b -> circle_a", "take one of them"}},
                    Case{"circle_b", Verdict::cycle, {"circle"}},
                    Case{"undefined", Verdict::load, {"cannot be loaded", "p2pchat_function_of_no_library"}},
                    Case{"no_entry", Verdict::load, {"cannot be loaded", "p2pchat_create_v1"}},
                    Case{"makes_nothing", Verdict::create, {"cannot be made", "without a reason"}},
                    Case{"throws_in_create", Verdict::create, {"cannot be made", "no sodium in the sea"}},
                    Case{"mute", Verdict::interface, {"claims test.claimed/1"}},
                    Case{"boaster", Verdict::interface, {"does not exist"}},
                    Case{"fails_to_start", Verdict::start, {"start failed", "the well is dry: fill it"}},
                    Case{"needs_ink", Verdict::dependency, {"needs test.ink/1", "fails_to_start", "was refused"}},
                    Case{"throws_in_start", Verdict::start, {"start failed", "not a std::exception"}}),
    [](const testing::TestParamInfo<Case>& each) { return each.param.id; });

// By itself, because the system takes such a file for loaded when it is asked for it again.
TEST(Loader, tells_what_escaped_from_a_static_constructor) {
  if (is_thread_sanitized) GTEST_SKIP() << "the loading of the thread sanitizer lets no exception through";
  const auto all = load({folder}, {"throws_in_constructor"});
  const auto& found = candidate_in(all, "throws_in_constructor");
  EXPECT_EQ(found.verdict, Verdict::load);
  for (const auto* words : {"cannot be loaded", "the mine is flooded"})
    EXPECT_NE(found.reason.find(words), std::string::npos) << found.reason;
}

// What is left of a good plugin when a copy of it went wrong.
TEST(Loader, refuses_what_is_empty_or_cut_short_or_overwritten_before_it_would_run) {
  const auto place = fs::temp_directory_path() / ("p2pchat-damaged-" + std::to_string(::getpid()));
  fs::create_directories(place);
  std::ifstream in(folder / "good.so", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  const auto verdict_of = [&](const std::string& octets) {
    std::ofstream(place / "damaged.so", std::ios::binary | std::ios::trunc) << octets;
    auto candidates = host::find_plugins({place});
    host::judge_files(candidates, {"good", "damaged"}, "test", host::Speech::own());
    EXPECT_EQ(candidates.at(0).good(), candidates.at(0).reason.empty());
    return candidates.at(0).verdict;
  };
  EXPECT_EQ(verdict_of(whole), Verdict::good);
  EXPECT_EQ(verdict_of(""), Verdict::not_elf);
  for (std::size_t size = 1; size < whole.size(); size += 1 + size / 16)
    EXPECT_NE(verdict_of(whole.substr(0, size)), Verdict::good) << size;
  std::string garbage = whole;
  for (std::size_t i = 64; i < garbage.size(); ++i) garbage[i] = static_cast<char>(i * i >> 5);
  EXPECT_EQ(verdict_of(garbage), Verdict::no_manifest);
  fs::remove_all(place);
}

TEST(Loader, runs_no_code_of_a_file_that_is_in_no_profile) {
  const auto trace = fs::temp_directory_path() / ("p2pchat-canary-" + std::to_string(::getpid()));
  fs::remove(trace);
  ::setenv("P2PCHAT_CANARY", trace.c_str(), 1);
  load({folder}, everything);
  EXPECT_FALSE(fs::exists(trace)) << "a static constructor ran";
  load({folder}, {"unlisted"});
  EXPECT_TRUE(fs::exists(trace)) << "the canary would have sung";
  fs::remove(trace);
}

TEST(Loader, takes_the_first_of_two_with_the_same_id_and_names_it) {
  const auto other = fs::temp_directory_path() / ("p2pchat-shadow-" + std::to_string(::getpid()));
  fs::create_directories(other);
  fs::copy_file(folder / "good.so", other / "copy.so", fs::copy_options::overwrite_existing);
  const auto all = load({other, folder}, {"good"});
  fs::remove_all(other);
  EXPECT_TRUE(all.front().good());
  const auto shadowed =
      std::find_if(all.begin(), all.end(), [](auto& each) { return each.verdict == Verdict::shadowed; });
  ASSERT_NE(shadowed, all.end());
  EXPECT_NE(shadowed->reason.find("copy.so"), std::string::npos) << shadowed->reason;
}

TEST(Loader, finds_nothing_in_folders_that_are_empty_or_absent) {
  EXPECT_TRUE(host::find_plugins({folder / "empty", folder / "absent"}).empty());
}

}  // namespace
}  // namespace p2pchat::test
