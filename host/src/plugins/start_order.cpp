// SPDX-License-Identifier: MIT
#include "plugins/start_order.hpp"

#include <algorithm>
#include <optional>

namespace p2pchat::host {
namespace {

using Indices = std::vector<std::size_t>;
enum class Which { needs, needs_and_wants };

bool contains(const auto& range, const auto& value) {
  return std::find(range.begin(), range.end(), value) != range.end();
}

/// One decision: the good candidates, in configured order, and which of them have their place.
class Ordering {
 public:
  Ordering(std::vector<Candidate>& all, const std::vector<std::string>& wanted,
           const std::vector<std::string_view>& host)
      : all_(all), host_(host) {
    for (const auto& id : wanted)
      for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].good() && all[i].id() == id && !contains(left_, i)) left_.push_back(i);
  }

  Indices run() {
    refuse_unmet();
    while (!left_.empty()) {
      if (place(Which::needs_and_wants) || place(Which::needs)) continue;
      refuse_circle();
      refuse_unmet();
    }
    return placed_;
  }

 private:
  Indices providers(std::size_t asker, std::string_view iid) const {
    Indices found;
    for (auto i : left_)
      if (i != asker && all_[i].provides(iid)) found.push_back(i);
    return found;
  }
  bool there(std::string_view iid) const {
    const auto provided = [&](std::size_t i) { return all_[i].provides(iid); };
    return contains(host_, iid) || std::any_of(placed_.begin(), placed_.end(), provided);
  }
  // The first that a candidate still has to wait for. If need be, one provider of what it needs is enough.
  std::optional<std::size_t> waits_for(std::size_t asker, Which which) const {
    const auto& m = all_[asker].manifest();
    for (unsigned i = 0; i < m.n_dependencies; ++i) {
      if (which == Which::needs && (m.dependencies[i].optional || there(m.dependencies[i].iid))) continue;
      if (const auto before = providers(asker, m.dependencies[i].iid); !before.empty()) return before.front();
    }
    return std::nullopt;
  }
  bool place(Which which) {
    const auto ready = std::find_if(left_.begin(), left_.end(), [&](auto i) { return !waits_for(i, which); });
    if (ready == left_.end()) return false;
    placed_.push_back(*ready);
    left_.erase(ready);
    return true;
  }
  // Refusing one may leave another's need unmet, so until nothing changes.
  void refuse_unmet() {
    for (bool changed = true; changed;) {
      changed = false;
      for (auto i : Indices(left_)) changed = refuse_if_unmet(i) || changed;
    }
  }
  bool refuse_if_unmet(std::size_t index) {
    const auto& m = all_[index].manifest();
    for (unsigned i = 0; i < m.n_dependencies; ++i) {
      const std::string_view iid = m.dependencies[i].iid;
      if (m.dependencies[i].optional || there(iid) || !providers(index, iid).empty()) continue;
      all_[index].refuse(Verdict::dependency, missing(iid, all_));
      std::erase(left_, index);
      return true;
    }
    return false;
  }
  // Everybody left waits for somebody left: following the waits runs into a circle.
  void refuse_circle() {
    Indices path{left_.front()};
    for (auto next = *waits_for(path.back(), Which::needs); !contains(path, next);
         next = *waits_for(next, Which::needs))
      path.push_back(next);
    const auto again = *waits_for(path.back(), Which::needs);
    path.erase(path.begin(), std::find(path.begin(), path.end(), again));
    std::string circle;
    for (auto i : path) circle += all_[i].id() + " -> ";
    circle += all_[again].id();
    for (auto i : path) {
      all_[i].refuse(Verdict::cycle, "needs itself in a circle (" + circle + "): take one of them out of the profile");
      std::erase(left_, i);
    }
  }

  std::vector<Candidate>& all_;
  const std::vector<std::string_view>& host_;
  Indices left_, placed_;
};

}  // namespace

std::string missing(std::string_view iid, const std::vector<Candidate>& candidates) {
  const auto needs = "needs " + std::string(iid) + "; ";
  for (const auto& candidate : candidates) {
    if (candidate.good() || !candidate.provides(iid)) continue;
    if (candidate.verdict == Verdict::not_in_profile)
      return needs + candidate.id() + " provides it but is not in the profile: add it";
    return needs + candidate.id() + " provides it but was refused (" + word(candidate.verdict) + "): see its line";
  }
  return needs + "no plugin found provides it: install one and add it to the profile";
}

std::vector<std::size_t> start_order(std::vector<Candidate>& candidates, const std::vector<std::string>& wanted,
                                     const std::vector<std::string_view>& host) {
  return Ordering(candidates, wanted, host).run();
}

}  // namespace p2pchat::host
