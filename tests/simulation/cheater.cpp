// SPDX-License-Identifier: MIT
#include "cheater.hpp"

#include "durations.hpp"
#include "note/messages.hpp"
#include "note/note_text.hpp"
#include "note/signed_bytes.hpp"
#include "note/stamp.hpp"

namespace p2pchat::simulation {
namespace {

constexpr std::size_t most_old = 50;

std::optional<bottle::Note> read(const std::string& body) {
  wire::JsonParser parser;
  bottle::Note note;
  if (!bottle::read_note(parser, body, note).ok()) return std::nullopt;
  return note;
}

}  // namespace

Cheater::Cheater(Sea& sea, SimNode& node, Cheat cheat)
    : sea_(sea), node_(node), cheat_(cheat), chance_(sea.seed(), Purpose::cheating, node.place) {
  node_.network.tamper_heard = [this](const sdk::Id& from, const std::string& type, const std::string& body) {
    return on_heard(from, type, body);
  };
  node_.network.tamper_sent = [this](const sdk::Id& to, const std::string& type, std::string& body) {
    return is_own_ || on_sent(to, type, body);
  };
  if (cheat_ == Cheat::outlive) node_.host.after(minute_ms, [this] { send_old(); });
  if (cheat_ == Cheat::flood) node_.host.after(minute_ms, [this] { flood(); });
}

bool Cheater::on_heard(const sdk::Id& from, const std::string& type, const std::string& body) {
  if (type != bottle::bottle_type) return true;
  const auto note = read(body);
  if (!note) return true;
  if (cheat_ == Cheat::keep_gas || cheat_ == Cheat::raise_gas) heard_[note->id] = *note;
  if (cheat_ == Cheat::outlive && old_.size() < most_old) old_.push_back(body);
  if (cheat_ != Cheat::swallow) return true;
  is_own_ = true;
  node_.network.send(from, bottle::handled_type, bottle::write_handled({note->id, bottle::Matter::bottle, "ashore"}),
                     {});
  is_own_ = false;
  return false;
}

bool Cheater::on_sent(const sdk::Id& to, const std::string& type, std::string& body) {
  if (type != bottle::bottle_type) return true;
  auto note = read(body);
  if (!note || note->sender == node_.id()) return true;
  change(*note);
  body = bottle::write_note(*note);
  if (cheat_ == Cheat::repeat) {
    send(to, body);
    for (int i = 0; i < 2; ++i) send(stranger(), body);
  }
  return true;
}

void Cheater::change(bottle::Note& note) {
  const auto came = heard_.find(note.id);
  switch (cheat_) {
    case Cheat::raise_gas:
      note.gas = bottle::most_gas;
      if (came != heard_.end() && came->second.gas == bottle::most_gas) note.gas_token = chance_.id();
      break;
    case Cheat::keep_gas:
      if (came != heard_.end()) note.gas = came->second.gas, note.gas_token = came->second.gas_token;
      break;
    case Cheat::forge_list:
      for (std::size_t i = 0; i < note.nearest.size(); ++i)
        note.nearest[i] = {.id = chance_.id(), .ip = i % 2 ? "127.0.0.1" : "5.0.0.1", .port = 25};
      break;
    case Cheat::sign_again:
      sign_again(note);
      break;
    default:
      break;
  }
}

/// The words stay, so the id stays; the creator, and everything that proves it, is the cheater.
void Cheater::sign_again(bottle::Note& note) {
  node_.identity.self([this, note](const sdk::Status&, const sdk::Id& me, sdk::bytes key) mutable {
    note.sender = me;
    note.key.assign(key.ptr, key.ptr + key.len);
    const auto text = bottle::signed_bytes(node_.crypto.suite(), note);
    node_.identity.sign(text, [this, note, text](const sdk::Status&, sdk::bytes sign) mutable {
      note.sign.assign(sign.ptr, sign.ptr + sign.len);
      const auto digest = bottle::stamp_digest(node_.crypto, text, note.sign);
      note.stamp = bottle::find_stamp(node_.crypto, digest, 4, 0, 1000).value_or(0);
      for (const auto& neighbour : std::vector(note.nearest)) send(neighbour.id, bottle::write_note(note));
      send(stranger(), bottle::write_note(note));
    });
  });
}

void Cheater::send(const sdk::Id& to, const std::string& body) {
  is_own_ = true;
  node_.network.send(to, bottle::bottle_type, body, {});
  is_own_ = false;
}

sdk::Id Cheater::stranger() {
  const auto& living = sea_.living();
  return sea_.node(living[chance_.below(living.size())])->id();
}

void Cheater::send_old() {
  for (const auto& body : old_) send(stranger(), body);
  node_.host.after(minute_ms, [this] { send_old(); });
}

void Cheater::flood() {
  node_.bottles->cast("buy this " + std::to_string(chance_.next()), 0, {});
  send(stranger(), R"({"timestamp":"1"})");
  node_.host.after(minute_ms, [this] { flood(); });
}

}  // namespace p2pchat::simulation
