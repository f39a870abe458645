// SPDX-License-Identifier: MIT
#include "sea_mail.hpp"

namespace p2pchat::messaging {
namespace {

constexpr std::size_t max_casting = 4;
constexpr std::uint64_t afloat_ms = 7ULL * 24 * 3600 * 1000;  // as long as a bottle lives

}  // namespace

struct SeaMail::Arrival {
  sdk::Id bottle, sender;
  std::string key, lines;
  std::vector<Letter> letters;
};

SeaMail::SeaMail(sdk::Host& host, sdk::Crypto& crypto, StoreAccess& store, OwnIdentity& identity, PeerLines& peers,
                 AddressBook& book, Inbox& inbox)
    : host_(host), crypto_(crypto), store_(store), identity_(identity), peers_(peers), book_(book), inbox_(inbox) {}

void SeaMail::start(const sdk::Id& me, SigningQueue& signatures) {
  me_ = me;
  signatures_ = &signatures;
  sea_ = host_.get<sdk::Bottle>();
  if (!sea_) return;
  sea_->on_addressed(lifetime_.guard(
      [this](const sdk::Id& bottle, const sdk::Id& sender, sdk::bytes sealed) { came(bottle, sender, sealed); }));
}

// Out: what waits is signed, sealed, thrown, and written down as afloat.

void SeaMail::peer_absent(const sdk::Id& peer) {
  const auto key = book_.key(peer);
  const bool may = sea_ && !key.empty() && !peers_.online(peer) && book_.relation(peer) == sdk::Relation::accepted;
  if (!may || casting_.size() >= max_casting || !casting_.insert(peer).second) return;
  auto cargo = std::make_shared<Cargo>();
  cargo->to = peer;
  cargo->key = key;
  auto job = [&crypto = crypto_, me = me_, now = host_.now_ms(), cargo](sdk::Store& store) {
    return load_cargo(store, crypto, me, now, *cargo);
  };
  store_.read(std::move(job), lifetime_.guard([this, peer, cargo](const sdk::Status& status) {
    status.ok() && !cargo->letters.empty() ? sign(cargo) : void(casting_.erase(peer));
  }));
}

void SeaMail::sign(const CargoPtr& cargo) {
  cargo->being_signed = cargo->letters.size();
  for (auto& letter : cargo->letters)
    signatures_->sign(cargo->to, signed_bytes(crypto_.suite(), letter.envelope),
                      lifetime_.guard([this, cargo, &letter](const sdk::Status& status, sdk::bytes signature) {
                        letter.envelope.sign.assign(signature.ptr, signature.ptr + signature.len);
                        if (!status.ok()) cargo->status = status;
                        if (--cargo->being_signed == 0) seal(cargo);
                      }));
}

void SeaMail::seal(const CargoPtr& cargo) {
  auto work = [&crypto = crypto_, me = me_, cargo] {
    if (cargo->status.ok()) cargo->status = seal_cargo(crypto, me, *cargo);
  };
  host_.offload(std::move(work), lifetime_.guard([this, cargo] {
    if (!cargo->status.ok()) return cast(cargo);
    sea_->cast_to(cargo->to, cargo->sealed, 0, lifetime_.guard([this, cargo](const sdk::Status& status) {
      cargo->status = status;
      cast(cargo);
    }));
  }));
}

/// A node has the bottle, or it is too large for any. After every other answer the next knock in vain tries again.
void SeaMail::cast(const CargoPtr& cargo) {
  const bool afloat = cargo->status.ok();
  if (!afloat && cargo->status.code != sdk::Errc::too_large) return void(casting_.erase(cargo->to));
  using Ids = std::vector<sdk::Id>;
  auto job = [cargo, afloat, until_ms = host_.now_ms() + afloat_ms](sdk::Store& store, Ids& changed) {
    return record_cargo(store, *cargo, afloat ? on_the_sea : too_long_for_the_sea, afloat ? until_ms : 0, changed);
  };
  store_.write<Ids>(job, lifetime_.guard([this, cargo](const sdk::Status& status, const Ids& changed) {
    casting_.erase(cargo->to);
    if (!status.ok()) return;
    for (const auto& id : changed) host_.publish("message.state", id, {});
    peer_absent(cargo->to);  // there may be more
  }));
}

// In: what came is opened, checked and stored, and only then erased at sea.

void SeaMail::came(const sdk::Id& bottle, const sdk::Id& sender, sdk::bytes sealed) {
  if (!is_contact(book_.relation(sender))) return sea_->taken(bottle);
  auto arrival = std::make_shared<Arrival>(Arrival{bottle, sender, book_.key(sender), {}, {}});
  if (arrival->key.empty()) return;  // a session will show it, and the bottle comes again
  auto opened = [this, arrival](const sdk::Status& status, sdk::bytes plain) {
    if (status.code == sdk::Errc::bad_signature) return sea_->taken(arrival->bottle);
    if (!status.ok()) return;
    arrival->lines = plain.text();
    auto work = [&crypto = crypto_, me = me_, arrival] {
      arrival->letters = unload_cargo(crypto, arrival->sender, arrival->key, me, arrival->lines);
    };
    host_.offload(std::move(work), lifetime_.guard([this, arrival] { take(arrival); }));
  };
  identity_.open(cargo_binding(sender, me_), sealed, lifetime_.guard(std::move(opened)));
}

/// The read sees whatever the inbox has written before.
void SeaMail::take(const std::shared_ptr<Arrival>& arrival) {
  inbox_.take(arrival->sender, arrival->letters);
  auto stored = [arrival](sdk::Store& store) {
    for (const auto& [id, envelope] : arrival->letters)
      if (envelope.type == "text")
        if (auto there = store.message(id, [](const sdk::Message&) { return 0U; }); !there.ok()) return there;
    return sdk::Status();
  };
  store_.read(std::move(stored), lifetime_.guard([this, arrival](const sdk::Status& status) {
    const bool asked = book_.relation(arrival->sender) == sdk::Relation::asked;  // an accept may not be stored
    if (status.ok() && !asked) sea_->taken(arrival->bottle);
  }));
}

}  // namespace p2pchat::messaging
