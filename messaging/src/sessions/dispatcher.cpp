// SPDX-License-Identifier: MIT
#include "dispatcher.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <variant>

namespace p2pchat::messaging {
namespace {

constexpr std::size_t max_unchecked = 32 << 20;
/// So few signatures are checked on the loop: two changes of thread cost more than checking takes, 20 us with RSA-2048.
constexpr std::ptrdiff_t few_signatures = 2;
constexpr std::array<std::string_view, static_cast<std::size_t>(Drop::count_)> drop_words = {
    "malformed",     "not from this peer",          "not for me",
    "bad signature", "nobody listens for its type", "too many waiting"};

/// An envelope on its way through the check.
struct Signed {
  Envelope envelope;
  sdk::Id id;
  sdk::Status verdict;
};
using Item = std::variant<Signed, Receipt>;

/// What came from one peer and is checked together.
struct Batch {
  ProvenPeer from;
  std::vector<Item> items;
  std::size_t size = 0;
};

bool is_quick(const Batch& batch) {
  return std::ranges::count_if(batch.items, [](const Item& item) { return std::holds_alternative<Signed>(item); }) <=
         few_signatures;
}

/// Names and checks each message. Thread: any.
void check(sdk::Crypto& crypto, Batch& batch) {
  for (auto& item : batch.items) {
    auto* mail = std::get_if<Signed>(&item);
    if (!mail) continue;
    const auto octets = signed_bytes(std::string_view(crypto.suite()), mail->envelope);
    mail->verdict = crypto.digest(octets, mail->id);
    if (mail->verdict.ok()) mail->verdict = crypto.verify(batch.from.public_key, octets, mail->envelope.sign);
  }
}

}  // namespace

struct Dispatcher::State : std::enable_shared_from_this<State> {
  State(sdk::Host& h, sdk::Crypto& c) : host(h), crypto(c) {}

  void take(const ProvenPeer& from, std::span<const std::string_view> lines);
  void take_line(Batch& batch, std::string_view line);
  void check_next(const sdk::Id& peer);
  void check_on_worker(std::shared_ptr<Batch> batch);
  void hand_out(const Batch& batch);
  void hand_out(const ProvenPeer& from, const Signed& mail);
  void drop(Drop reason, const sdk::Id& from);

  sdk::Host& host;
  sdk::Crypto& crypto;
  wire::JsonParser parser;
  std::optional<sdk::Id> me;
  std::map<std::string, EnvelopeFn, std::less<>> listeners;
  ReceiptFn on_receipt;
  SettledFn on_settled;
  std::map<sdk::Id, Batch> waiting;  ///< by peer, while an earlier batch of that peer is being checked
  std::array<std::uint64_t, static_cast<std::size_t>(Drop::count_)> dropped{};
  bool silent = false;
};

void Dispatcher::State::take(const ProvenPeer& from, std::span<const std::string_view> lines) {
  const auto [found, idle] = waiting.try_emplace(from.id);
  auto& batch = found->second;
  batch.from = from;
  for (auto line : lines) take_line(batch, line);
  if (idle) check_next(from.id);
}

void Dispatcher::State::take_line(Batch& batch, std::string_view line) {
  const auto& from = batch.from.id;
  if (batch.size + line.size() > max_unchecked) return drop(Drop::overload, from);
  Receipt receipt;
  const auto read = decode_receipt(parser, line, receipt);
  if (read.code == sdk::Errc::malformed) return drop(Drop::malformed, from);
  if (read.ok()) {
    batch.items.emplace_back(std::move(receipt));
  } else {
    Signed mail;
    if (!decode_envelope(parser, line, mail.envelope).ok()) return drop(Drop::malformed, from);
    if (mail.envelope.sender != from) return drop(Drop::not_from_peer, from);
    if (!me || mail.envelope.receiver != *me) return drop(Drop::not_for_me, from);
    if (!listeners.contains(mail.envelope.type)) return drop(Drop::unheard_type, from);
    batch.items.emplace_back(std::move(mail));
  }
  batch.size += line.size();
}

/// Checks what waits for this peer; its place in `waiting` stays while the check runs.
void Dispatcher::State::check_next(const sdk::Id& peer) {
  while (!silent) {
    auto& place = waiting[peer];
    if (place.items.empty()) return void(waiting.erase(peer));
    auto batch = std::make_shared<Batch>(std::exchange(place, Batch{.from = place.from, .items = {}}));
    if (!is_quick(*batch)) return check_on_worker(std::move(batch));
    check(crypto, *batch);
    hand_out(*batch);
  }
}

/// Only the work touches the batch until `done`; the state is kept alive by `done` alone, so its end is on the loop.
void Dispatcher::State::check_on_worker(std::shared_ptr<Batch> batch) {
  host.offload([&suite = crypto, batch] { check(suite, *batch); },
               [self = shared_from_this(), batch] {
                 if (self->silent) return;
                 self->hand_out(*batch);
                 self->check_next(batch->from.id);
               });
}

void Dispatcher::State::hand_out(const Batch& batch) {
  for (auto& item : batch.items) {
    if (silent) return;
    if (auto* mail = std::get_if<Signed>(&item))
      hand_out(batch.from, *mail);
    else if (on_receipt)
      on_receipt(batch.from.id, std::get<Receipt>(item));
  }
  if (!silent && on_settled) on_settled(batch.from);
}

void Dispatcher::State::hand_out(const ProvenPeer& from, const Signed& mail) {
  if (!mail.verdict.ok()) return drop(Drop::bad_signature, from.id);
  const auto listener = listeners.find(mail.envelope.type);
  if (listener != listeners.end()) listener->second(from, mail.envelope, mail.id);
}

void Dispatcher::State::drop(Drop reason, const sdk::Id& from) {
  const auto index = static_cast<std::size_t>(reason);
  if (const auto count = ++dropped[index]; std::has_single_bit(count))
    host.log(sdk::Level::warn, "dropped a line of " + wire::short_hex(from) + ": " + std::string(drop_words[index]) +
                                   " (" + std::to_string(count) + " so far)");
}

Dispatcher::Dispatcher(sdk::Host& host, sdk::Crypto& crypto, PeerLines& peers)
    : state_(std::make_shared<State>(host, crypto)) {
  peers.on_lines([state = state_](const ProvenPeer& from, std::span<const std::string_view> lines) {
    if (!state->silent) state->take(from, lines);
  });
}

Dispatcher::~Dispatcher() { state_->silent = true; }

void Dispatcher::set_self(const sdk::Id& me) { state_->me = me; }

bool Dispatcher::on_envelope(std::string_view type, EnvelopeFn f) {
  return state_->listeners.try_emplace(std::string(type), std::move(f)).second;
}

void Dispatcher::on_receipt(ReceiptFn f) { state_->on_receipt = std::move(f); }
void Dispatcher::on_settled(SettledFn f) { state_->on_settled = std::move(f); }

std::uint64_t Dispatcher::dropped(Drop reason) const { return state_->dropped[static_cast<std::size_t>(reason)]; }

}  // namespace p2pchat::messaging
