// SPDX-License-Identifier: MIT
#include "fetcher.hpp"

namespace p2pchat::kademlia {

/// One key that is looked for.
struct Fetcher::Search {
  Id key;
  DoneFn done;
  std::vector<Contact> holders{};
  std::size_t next = 0, in_flight = 0, copies = 0;
  std::optional<Record> best{};
  bool is_fixed = false;  ///< the value is named by its digest: one copy says all

  bool is_settled() const { return copies >= (is_fixed ? 1 : enough); }
  void end() {
    const auto hear = std::exchange(done, {});
    if (!hear) return;
    if (best) return hear({}, best->value);
    hear({sdk::Errc::not_found, "no node keeps a record under this key"}, {});
  }
};

/// What one holder gives of it.
struct Fetcher::Copy {
  std::shared_ptr<Search> search;
  Contact whom;
  PartCollector parts{};
  std::size_t open = 1;
};

void Fetcher::fetch(const Id& key, DoneFn done) {
  const auto search = std::make_shared<Search>(Search{.key = key, .done = std::move(done)});
  if (const auto* own = keeper_.shelf().find(key)) judge(*search, own->packed);
  if (search->is_settled()) {
    node_.host.post([search] { search->end(); });
    return;
  }
  holders_.find(key, [this, search](const sdk::Status& status, const std::vector<Contact>& holders) {
    if (holders.empty() && !search->best && !status.ok()) {
      if (const auto hear = std::exchange(search->done, {})) hear(status, {});
      return;
    }
    search->holders = holders;
    ask_next(search);
  });
}

void Fetcher::ask_next(const std::shared_ptr<Search>& search) {
  while (!search->is_settled() && search->in_flight < at_once && search->next < search->holders.size()) {
    ++search->in_flight;
    ask(std::make_shared<Copy>(Copy{.search = search, .whom = search->holders[search->next++]}), 1);
  }
  if (search->is_settled() || search->in_flight == 0) search->end();
}

void Fetcher::ask(const std::shared_ptr<Copy>& copy, std::uint8_t part) {
  const Question question{
      .kind = Question::Kind::get, .whom = copy->whom, .target = copy->search->key, .part = {part, max_record_parts}};
  requests_.ask(question, [this, copy, part](const Outcome& outcome) { take(copy, part, outcome); });
}

void Fetcher::take(const std::shared_ptr<Copy>& copy, std::uint8_t part, const Outcome& outcome) {
  --copy->open;
  const bool is_part = outcome.kind == Outcome::Kind::answered && !outcome.record.empty();
  if (is_part && outcome.part.number == part && copy->parts.take(outcome.part, outcome.record) && part == 1) {
    const auto missing = copy->parts.missing();
    copy->open = missing.size();
    for (const auto number : missing) ask(copy, number);
  }
  if (copy->open == 0) end(copy);
}

void Fetcher::end(const std::shared_ptr<Copy>& copy) {
  auto& search = *copy->search;
  --search.in_flight;
  if (copy->parts.is_complete()) judge(search, copy->parts.whole());
  ask_next(copy->search);
}

void Fetcher::judge(Search& search, sdk::bytes packed) {
  auto record = unpack_record(packed);
  if (!record || record->key != search.key) return;
  const auto owner = owner_of(node_.crypto, *record, node_.host.now_ms());
  if (!owner) return;
  ++search.copies;
  search.is_fixed = *owner != search.key;
  if (!search.best || record->sequence > search.best->sequence) search.best = std::move(record);
}

}  // namespace p2pchat::kademlia
