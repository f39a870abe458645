// SPDX-License-Identifier: MIT
#include "lookup.hpp"

#include "density.hpp"
#include "plausible.hpp"
#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint8_t every_path = (1U << Lookup::alarmed_paths) - 1;
constexpr std::uint8_t suspicious_paths = every_path & ~((1U << Lookup::calm_paths) - 1);
constexpr std::size_t most_asked_per_network = 2, nearest_compared = 3, alarmed_width = 16, full_answer = 8,
                      few_seeds = 8;

std::uint8_t bit(std::size_t path) { return static_cast<std::uint8_t>(1U << path); }

/// Counts those who live, by network.
class Networks {
 public:
  bool is_crowded(const Address& address) const {
    return reach(address) == Reach::global &&
           std::ranges::count(seen_, network_of(address)) >= std::ptrdiff_t(most_asked_per_network);
  }
  void add(const Address& address) { seen_.push_back(network_of(address)); }

 private:
  std::vector<std::uint64_t> seen_;
};

}  // namespace

Lookup::Lookup(const Wish& wish, const Id& me) : wish_(wish), me_(me) {
  if (wish.is_wary || (wish.announce && wish.network_size <= 0)) alarm();
}

Contact Lookup::contact_of(const Key& key) const { return {distance(wish_.target, key.first), key.second}; }

Lookup::Candidate* Lookup::find(const Contact& contact) {
  return candidates_.find({distance(wish_.target, contact.id), contact.address});
}

void Lookup::add(const Contact& contact, std::uint8_t paths, std::optional<std::uint8_t> referrer) {
  if (contact.id == me_) return;
  auto& candidate = candidates_[{distance(wish_.target, contact.id), contact.address}];
  candidate.seen_by |= paths;
  if (referrer)
    candidate.referrers.push_back(*referrer);
  else
    candidate.is_mine = true;
}

void Lookup::forget_farthest() {
  for (auto at = candidates_.end(); candidates_.size() > most_candidates && at != candidates_.begin();) {
    const auto progress = (--at)->second.progress;
    if (progress == Progress::asked || progress == Progress::slow || progress == Progress::answered) continue;
    at = candidates_.erase(at);
  }
}

void Lookup::keep_for_suspicion(const std::vector<Contact>& contacts) {
  for (const auto& contact : contacts) add(contact, suspicious_paths, std::nullopt);
  has_others_ = contacts.size() >= few_seeds;
}

void Lookup::begin_at(const std::vector<Contact>& contacts) {
  const auto paths = has_others_ ? static_cast<std::uint8_t>(every_path & ~suspicious_paths) : every_path;
  for (const auto& contact : contacts) add(contact, paths, std::nullopt);
  seeds_ += contacts.size();
  forget_farthest();
}

std::size_t Lookup::count(std::size_t path, Progress progress) const {
  return counts_[path][static_cast<std::size_t>(progress)];
}

/// A path has to hear from the nearest it knows of, whoever asked them, and from a few that it asked itself.
Lookup::Outlook Lookup::look(std::size_t path) const {
  Outlook outlook;
  std::optional<Key> last_resort;
  std::size_t answered = 0, alive = 0;
  Networks networks;
  const bool is_new = count(path, Progress::asked) + count(path, Progress::answered) < narrow;
  for (const auto& [key, candidate] : candidates_) {
    if ((candidate.seen_by & bit(path)) == 0) continue;
    const auto progress = candidate.progress;
    if (progress == Progress::failed || progress == Progress::disproved) continue;
    if (progress != Progress::answered && proven_.contains(key.first)) continue;  // it lives elsewhere
    if (progress == Progress::fresh && requests_ >= most_requests) continue;
    const bool is_crowded = networks.is_crowded(key.second);
    if (progress == Progress::answered) {
      if (is_crowded) continue;
      ++answered;
    } else if (is_crowded || is_doubtful(candidate)) {
      if (progress == Progress::fresh && !last_resort) last_resort = key;
      if (progress != Progress::asked) continue;
    }
    if (progress != Progress::answered && answered < wish_.width) outlook.is_settled = false;
    const bool may_ask = progress == Progress::fresh && !is_held(candidate);
    if (may_ask && (alive < wish_.width || is_new)) return {key, false};
    // A slow one is counted as dead here, so that its replacement is asked at once.
    if (!may_ask && progress != Progress::slow) ++alive, networks.add(key.second);
    if (answered >= wish_.width && !is_new) break;
  }
  if (outlook.is_settled && answered < wish_.width && last_resort) outlook = {last_resort, false};
  return outlook.is_settled ? look_for_omitted(path) : outlook;
}

/// Those who are nearest should know each other. Whom most of them leave out, although he is nearer than others they
/// name, is asked before a path ends: if he lives, they hide him.
Lookup::Outlook Lookup::look_for_omitted(std::size_t path) const {
  std::vector<const Candidate*> nearest;
  Id reach{};
  for (const auto& [key, candidate] : candidates_) {
    if ((candidate.seen_by & bit(path)) == 0) continue;
    const auto progress = candidate.progress;
    if (nearest.size() < wish_.width) {
      if (progress != Progress::answered) continue;
      nearest.push_back(&candidate);
      reach = std::max(reach, candidate.span);
      continue;
    }
    if (reach < key.first) break;
    const bool may_ask = progress == Progress::fresh && requests_ < most_requests && !is_held(candidate);
    if (!may_ask && progress != Progress::asked) continue;
    if (is_omitted(key, candidate, nearest)) return {may_ask ? std::optional(key) : std::nullopt, false};
  }
  return {};
}

bool Lookup::is_omitted(const Key& key, const Candidate& candidate,
                        const std::vector<const Candidate*>& nearest) const {
  if (proven_.contains(key.first) || is_doubtful(candidate)) return false;
  const auto might = std::ranges::count_if(nearest, [&](const auto* each) { return !(each->span < key.first); });
  const auto did = std::ranges::count_if(nearest, [&](const auto* each) {
    return std::ranges::find(candidate.referrers, each->word) != candidate.referrers.end();
  });
  return 2 * did < might;
}

/// Nobody but nodes in doubt named it.
bool Lookup::is_doubtful(const Candidate& candidate) const {
  return !candidate.is_mine && credit_.is_doubtful(candidate.referrers);
}

/// It waits until others of those who named it have answered.
bool Lookup::is_held(const Candidate& candidate) const {
  return !candidate.is_mine && credit_.is_spent(candidate.referrers);
}

std::optional<Contact> Lookup::next() {
  if (is_finished() || requests_ >= most_requests) return std::nullopt;
  for (std::size_t i = 0; i < paths_; ++i) {
    const auto path = (turn_ + i) % paths_;
    if (count(path, Progress::asked) >= in_flight_limit_) continue;
    const auto key = look(path).next;
    if (!key) continue;
    candidates_[*key].asked_by = static_cast<std::uint8_t>(path);
    ++requests_;
    turn_ = path + 1;
    move(contact_of(*key), Progress::asked);
    return contact_of(*key);
  }
  return std::nullopt;
}

void Lookup::move(const Contact& contact, Progress to) {
  auto* candidate = find(contact);
  if (!candidate || candidate->progress == Progress::answered || candidate->progress == to) return;
  credit_.move(candidate->referrers, candidate->progress, to);
  auto& counts = counts_[candidate->asked_by];
  if (candidate->progress != Progress::fresh) --counts[static_cast<std::size_t>(candidate->progress)];
  ++counts[static_cast<std::size_t>(to)];
  candidate->progress = to;
}

void Lookup::answered(const Contact& contact, const std::vector<Contact>& named) {
  auto* candidate = find(contact);
  if (!candidate) return;
  // Who begins with few lets all paths go on from there.
  const auto paths = candidate->is_mine && seeds_ < few_seeds ? every_path : bit(candidate->asked_by);
  move(contact, Progress::answered);
  proven_.insert(distance(wish_.target, contact.id));
  const auto referrer = credit_.add();
  if (!is_plausible(contact.id, wish_.target, named)) {
    heard_implausible_ = true;
    credit_.doubt(referrer);
  }
  Id span{};
  for (const auto& each : named) {
    add(each, paths, referrer);
    span = std::max(span, distance(wish_.target, each.id));
  }
  if (!named.empty() && named.size() < full_answer) std::ranges::fill(span.b, 255);  // it knows nobody else
  candidate = find(contact);
  candidate->word = referrer;
  candidate->span = span;
  forget_farthest();
  reconsider();
}

void Lookup::slow(const Contact& contact) {
  in_flight_limit_ = wide;
  if (const auto* candidate = find(contact); candidate && candidate->progress == Progress::asked)
    move(contact, Progress::slow);
  reconsider();
}

void Lookup::failed(const Contact& contact) {
  move(contact, Progress::failed);
  reconsider();
}

void Lookup::disproved(const Contact& contact, const Contact& who) {
  const auto* candidate = find(contact);
  if (!candidate) return;
  add(who, bit(candidate->asked_by), std::nullopt);
  move(contact, Progress::disproved);
  reconsider();
}

bool Lookup::is_settled() const {
  for (std::size_t path = 0; path < paths_; ++path)
    if (!look(path).is_settled) return false;
  return true;
}

bool Lookup::has_sought() const { return wish_.sought && proven_.contains(distance(wish_.target, *wish_.sought)); }

bool Lookup::is_finished() const { return has_sought() || is_settled(); }

/// Before it ends, a lookup asks itself whether it was led astray.
void Lookup::reconsider() {
  if (!is_alarmed() && !has_sought() && is_settled() && is_suspicious()) alarm();
}

bool Lookup::is_suspicious() const {
  return heard_implausible_ || is_divided() ||
         density(wish_.target, found(), wish_.width, wish_.network_size) != Density::usual;
}

void Lookup::alarm() {
  paths_ = alarmed_paths;
  wish_.width = std::max(wish_.width, alarmed_width);
}

/// Whether one of the first paths did not hear of the nearest that were found.
bool Lookup::is_divided() const {
  std::size_t compared = 0;
  for (const auto& [key, candidate] : candidates_) {
    if (candidate.progress != Progress::answered) continue;
    for (std::size_t path = 0; path < calm_paths; ++path)
      if ((candidate.seen_by & bit(path)) == 0) return true;
    if (++compared == nearest_compared) break;
  }
  return false;
}

std::vector<Contact> Lookup::found() const {
  std::vector<Contact> found;
  for (const auto& [key, candidate] : candidates_)
    if (candidate.progress == Progress::answered) found.push_back(contact_of(key));
  return found;
}

}  // namespace p2pchat::kademlia
