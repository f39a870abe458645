// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"
#include "credit.hpp"
#include "flat_map.hpp"

#include <array>
#include <optional>
#include <set>

namespace p2pchat::kademlia {

/// What a lookup is for.
struct Wish {
  Id target{};
  std::size_t width = 8;        ///< it ends when this many nearest candidates have answered
  std::optional<Id> sought{};   ///< it also ends when this node has answered
  bool announce = false;        ///< whether those asked are told that I may be greeted
  bool is_wary = false;         ///< whether it goes over all paths from the beginning
  double network_size = 0;      ///< how many nodes there are, about; 0: unknown
  std::vector<Contact> from{};  ///< whom it begins at; nobody: the nearest in my table
};

/// An iterative search over disjoint paths (Maymounkov and Mazieres 2002, section 2.3; Baumgart and Mies 2007) as a
/// state machine: no time, no network.
///
/// The caller asks whom `next` names until it names nobody, and reports how each went. Only contacts reported as
/// answered, who proved their id, may refer to others. All paths begin at my own table, the first two at its nearest;
/// each asks nodes that no other asked and goes on by their answers alone. Two are enough while nothing is suspicious;
/// then there are four: when who answered lies much thinner or denser around the target than the network is, when a
/// path did not hear of the nearest that another found, when somebody named whom he cannot know (`is_plausible`), when
/// I do not know yet how many nodes there are and look around myself, or when the wish is wary. Those two begin
/// elsewhere in my table. At most two nodes of a global /24 (IPv6 /48) count where they are nearest.
///
/// It ends after at most `most_requests`, whatever others do; deadlines are the caller's.
class Lookup {
 public:
  static constexpr std::size_t calm_paths = 2, alarmed_paths = 4, narrow = 3, wide = 4;  // in flight on each path
  static constexpr std::size_t most_requests = 48, most_candidates = 256;

  Lookup(const Wish& wish, const Id& me);

  /// Adds contacts that I know to live there, or did: every path may ask them.
  void begin_at(const std::vector<Contact>& contacts);
  /// Adds contacts of elsewhere, at which the paths begin that are for suspicion alone.
  void keep_for_suspicion(const std::vector<Contact>& contacts);
  /// Whom to ask now; it counts as asked.
  std::optional<Contact> next();
  /// A contact proved itself and named others.
  void answered(const Contact& contact, const std::vector<Contact>& named);
  /// A contact did not answer within the usual time: a replacement may be asked beside it.
  void slow(const Contact& contact);
  /// A contact will not answer.
  void failed(const Contact& contact);
  /// Somebody else proved himself at the address of a contact.
  void disproved(const Contact& contact, const Contact& who);

  bool is_finished() const;
  /// Who answered, nearest first.
  std::vector<Contact> found() const;
  const Wish& wish() const { return wish_; }
  bool is_alarmed() const { return paths_ == alarmed_paths; }
  /// Whether what was found, or who answered on the way, looks as if it were led astray.
  bool is_suspicious() const;

 private:
  using Key = std::pair<Id, Address>;  // distance to the target first
  struct Candidate {
    Progress progress = Progress::fresh;
    std::uint8_t seen_by = 0;  ///< the paths that heard of it, a bit each
    std::uint8_t asked_by = 0;
    bool is_mine = false;  ///< I know that it lives there, or did
    Referrers referrers{};
    std::uint8_t word = 0;  ///< of one that answered: its number as a referrer
    Id span{};              ///< and how far away from the target the farthest it named is
  };
  using Candidates = FlatMap<Key, Candidate>;
  /// What one path has to do.
  struct Outlook {
    std::optional<Key> next{};
    bool is_settled = true;
  };
  Contact contact_of(const Key& key) const;
  Candidate* find(const Contact& contact);
  void add(const Contact& contact, std::uint8_t paths, std::optional<std::uint8_t> referrer);
  void forget_farthest();
  void move(const Contact& contact, Progress to);
  Outlook look(std::size_t path) const;
  std::size_t count(std::size_t path, Progress progress) const;
  Outlook look_for_omitted(std::size_t path) const;
  bool is_omitted(const Key& key, const Candidate& candidate, const std::vector<const Candidate*>& nearest) const;
  bool is_settled() const;
  void reconsider();
  void alarm();
  bool is_doubtful(const Candidate& candidate) const;
  bool is_held(const Candidate& candidate) const;
  bool has_sought() const;
  bool is_divided() const;

  Wish wish_;
  Id me_;
  Credit credit_;
  Candidates candidates_;
  std::array<std::array<std::size_t, progress_kinds>, alarmed_paths>
      counts_{};         // of those each path asked, by progress
  std::set<Id> proven_;  // distances of who answered
  std::size_t seeds_ = 0, paths_ = calm_paths, turn_ = 0, requests_ = 0, in_flight_limit_ = narrow;
  bool heard_implausible_ = false, has_others_ = false;
};

}  // namespace p2pchat::kademlia
