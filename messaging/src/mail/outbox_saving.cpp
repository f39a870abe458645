// SPDX-License-Identifier: MIT
// What the outbox does with the store: drafts go in, what waits comes back.
#include "delivery_records.hpp"
#include "outbox.hpp"

#include <climits>

namespace p2pchat::messaging {
namespace {

/// One group is written while the next fills. The rest of a flood waits here, so that others get to the store too.
constexpr int max_saving = 2;
constexpr std::size_t max_together = 512;
constexpr std::uint64_t restore_again_ms = 15'000;

}  // namespace

void Outbox::queue(Draft draft, StoreAccess::Job also, SavedFn done) {
  const bool at_once = static_cast<bool>(also);  // its order among other writes of the caller matters
  waiting_.push_back({std::move(draft), std::move(also), std::move(done)});
  hand_over(at_once ? INT_MAX : max_saving);
}

void Outbox::hand_over(int most_at_once) {
  while (restored_ && !waiting_.empty() && saving_ < most_at_once) save(next_to_save());
}

/// Those that wait; one that writes something else too goes alone.
std::shared_ptr<Outbox::Saving> Outbox::next_to_save() {
  auto saving = std::make_shared<Saving>();
  while (!waiting_.empty() && saving->letters.size() < max_together && !saving->also) {
    auto& next = waiting_.front();
    if (next.also && !saving->letters.empty()) break;
    const auto number = ++numbers_[next.draft.to];
    auto named = write_letter(crypto_, me_, std::move(next.draft), number, saving->letters.emplace_back());
    if (!named.ok()) saving->failure = named;
    saving->also = std::move(next.also);
    saving->done.push_back(std::move(next.done));
    waiting_.pop_front();
  }
  return saving;
}

/// Letters are in their lanes meanwhile, where they are signed, unless a lane may just be given up.
void Outbox::save(const std::shared_ptr<Saving>& saving) {
  ++saving_;
  saving->pushed = saving->failure.ok() && giving_up_ == 0;
  if (saving->pushed) push(*saving);
  auto job = [saving](sdk::Store& store) {
    auto saved = saving->failure.ok() ? save_letters(store, saving->letters) : saving->failure;
    return saved.ok() && saving->also ? saving->also(store) : saved;
  };
  store_.write(std::move(job), lifetime_.guard([this, saving](const sdk::Status& status) { saved(*saving, status); }));
}

void Outbox::push(const Saving& saving) {
  for (const auto& letter : saving.letters) {
    const auto& peer = letter.envelope.receiver;
    auto& route = routes_[peer];
    route.lane.push(letter, peers_.online(peer));
    pump_soon(peer, route);
  }
}

void Outbox::saved(const Saving& saving, const sdk::Status& status) {
  --saving_;
  hand_over(max_saving);
  if (status.ok() && !saving.pushed) push(saving);
  for (std::size_t i = 0; i < saving.letters.size(); ++i) {
    const auto& letter = saving.letters[i];
    if (auto* route = find(letter.envelope.receiver)) {
      status.ok() ? route->lane.saved(letter.envelope.seq) : route->lane.remove(letter.id);
      pump_soon(letter.envelope.receiver, *route);
    }
    if (status.ok() && letter.envelope.type == "text") host_.publish("message.added", letter.id, {});
    if (saving.done[i]) saving.done[i](status, letter.id);
  }
}

/// What there is since the last run: numbers given, ids of texts that wait, and whole messages of other types, which
/// are few.
void Outbox::restore() {
  struct Found {
    LastNumbers numbers;
    std::vector<std::pair<sdk::Id, sdk::Id>> texts, others;
    std::vector<Letter> letters;
  };
  auto job = [&crypto = crypto_, me = me_](sdk::Store& store, Found& found) {
    if (auto read = load_numbers(store, found.numbers); !read.ok()) return read;
    auto read = store.unsettled([&](const sdk::Message& m) -> std::uint32_t {
      (std::string_view(m.type) == "text" ? found.texts : found.others).emplace_back(m.peer, m.id);
      return 1;
    });
    for (const auto& [peer, id] : found.others)
      if (Letter letter; load_letter(store, crypto, me, id, letter).ok()) found.letters.push_back(std::move(letter));
    return read;
  };
  store_.read<Found>(job, lifetime_.guard([this](const sdk::Status& status, Found& found) {
    if (!status.ok()) return cannot_restore(status);
    numbers_ = std::move(found.numbers);
    for (const auto& [peer, id] : found.texts) routes_[peer].lane.push_id(id);
    for (auto& letter : found.letters) routes_[letter.envelope.receiver].lane.insert(std::move(letter));
    restored_ = true;
    hand_over(INT_MAX);
    hurry();
  }));
}

void Outbox::cannot_restore(const sdk::Status& why) {
  host_.log(sdk::Level::error, std::string("cannot read what waits to be sent: ") + why.text);
  host_.after(restore_again_ms, lifetime_.guard([this] { restore(); }));
  for (auto& waiting : std::exchange(waiting_, {}))
    if (waiting.done) waiting.done(why, {});
}

void Outbox::load_page(const sdk::Id& peer, Route& route) {
  auto ids = route.lane.wanted(peers_.online(peer));
  if (ids.empty()) return;
  struct Page {
    std::vector<Letter> letters;
    Ids foreign;
    std::size_t looked_at = 0, bytes = 0;
  };
  auto job = [&crypto = crypto_, me = me_, ids](sdk::Store& store, Page& page) {
    for (const auto& id : ids) {
      if (page.bytes > Lane::max_page_bytes) break;
      Letter letter;
      const auto loaded = load_letter(store, crypto, me, id, letter);
      if (loaded.code == sdk::Errc::refused) page.foreign.push_back(id);
      if (!loaded.ok() && loaded.code != sdk::Errc::refused && loaded.code != sdk::Errc::not_found) break;
      ++page.looked_at;
      page.bytes += letter.envelope.body.size();
      if (loaded.ok()) page.letters.push_back(std::move(letter));
    }
    return sdk::Status();
  };
  store_.read<Page>(job, lifetime_.guard([this, peer, ids](const sdk::Status& status, Page& page) {
    for (const auto& id : page.foreign)
      change(id, DeliveryEvent::given_up, "written as another identity: write it again", {});
    auto* still = find(peer);
    if (!still) return;
    still->lane.page(ids, std::move(page.letters), status.ok() ? page.looked_at : 0);
    if (page.looked_at > 0) pump_soon(peer, *still);
  }));
}

}  // namespace p2pchat::messaging
