// SPDX-License-Identifier: MIT
#include "trust/rules.hpp"

#include "place.hpp"
#include "trust/ours.hpp"
#include "trust/sha256.hpp"
#include "trust/signature.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::trust {
namespace {

constexpr std::array policies{"pinned", "path", "any"};

Ruling refused(std::string sentence) { return {Ground::none, std::move(sentence), nullptr}; }

bool is_own_place(const Rules& rules, const std::filesystem::path& file) {
  std::error_code error;  // a folder that is not there is not this one
  return std::ranges::any_of(rules.own_folders, [&](const std::filesystem::path& folder) {
    return std::filesystem::equivalent(folder, file.parent_path(), error);
  });
}

// What the octets of the file say; nothing when neither a key nor a pin speaks of it.
std::optional<Ruling> rule_by_octets(const Rules& rules, const std::filesystem::path& file, const std::string& id) {
  std::error_code error;
  const auto* pin = rules.lock.find(id);
  const bool has_signature = !rules.keys.empty() && std::filesystem::exists(file.string() + ".sig", error);
  if (!pin && !has_signature) return std::nullopt;
  std::string problem;
  const auto image = Image::of(file, id + ".so", problem);
  if (!image) return refused(problem);
  if (has_signature && is_signed(file, image->octets(), rules.keys)) return Ruling{Ground::signature, {}, image};
  if (!pin) return std::nullopt;
  const auto sha256_now = sha256(image->octets());
  if (sha256_now == pin->sha256) return Ruling{Ground::pin, {}, image};
  return refused("its SHA-256 is " + sha256_now.substr(0, 16) + "..., not " + pin->sha256.substr(0, 16) +
                 "... as pinned in plugins.lock on " + pin->since +
                 ": it was altered; if that was you, p2pchat plugin trust " + id);
}

Ruling rule_by_path(Ground ground, const std::filesystem::path& file) {
  const auto wrong = objection(file, file.parent_path());
  return wrong.empty() ? Ruling{ground, {}, nullptr} : refused("its place is not safe: " + wrong);
}

}  // namespace

std::optional<Policy> policy_from(std::string_view word) {
  const auto found = std::ranges::find(policies, word);
  if (found == policies.end()) return std::nullopt;
  return static_cast<Policy>(found - policies.begin());
}

const char* word(Ground ground) {
  constexpr std::array words{"none", "own", "path", "any", "pin", "signature"};
  return words[static_cast<std::size_t>(ground)];
}

bool comes_with_program(const Rules& rules, const std::filesystem::path& file, std::string_view id) {
  return is_ours(id) && is_own_place(rules, file);
}

Ruling rule(const Rules& rules, const std::filesystem::path& file, const std::string& id) {
  if (rules.start == Rules::Start::safe && !comes_with_program(rules, file, id))
    return refused("it does not come with p2pchat: a safe start leaves it out");
  if (rules.policy == Policy::any) return {Ground::any, {}, nullptr};
  if (auto ruling = rule_by_octets(rules, file, id)) return *std::move(ruling);
  if (is_own_place(rules, file)) return rule_by_path(Ground::own, file);
  if (rules.policy == Policy::path) return rule_by_path(Ground::path, file);
  if (!rules.lock.problems.empty()) return refused(rules.lock.problems.front());
  return refused("nobody vouches for it: if you trust who made it, p2pchat plugin trust " + id);
}

}  // namespace p2pchat::trust
