// SPDX-License-Identifier: MIT
#include "requests.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t least_second_wait_us = 100'000, least_second_wait_for_stranger_us = 250'000;
constexpr std::uint32_t most_retries = 2, most_wrong_proofs = 4;
constexpr std::size_t most_contacts = 16;

Packet request_of(const Question& question) {
  switch (question.kind) {
    case Question::Kind::find_node:
      return {.kind = Kind::find_node, .target = question.target};
    case Question::Kind::store:
      return {.kind = Kind::store,
              .target = question.target,
              .held = question.mark,
              .record = question.record,
              .part = question.part};
    case Question::Kind::get:
      return {.kind = Kind::get, .target = question.target, .flags = question.part.number - 1U};
    case Question::Kind::call:
      return {.kind = Kind::call, .cookie = question.caller};
    case Question::Kind::greet:
    case Question::Kind::ping:
      break;
  }
  return {.kind = Kind::ping, .flags = question.wants};
}

/// What a question is answered with.
Kind answer_to(Question::Kind question) {
  switch (question) {
    case Question::Kind::find_node:
      return Kind::nodes;
    case Question::Kind::store:
      return Kind::stored;
    case Question::Kind::get:
      return Kind::record;
    case Question::Kind::greet:
    case Question::Kind::ping:
    case Question::Kind::call:
      break;
  }
  return Kind::pong;
}

/// Whether a greeting says all that was asked.
bool is_settled_by_greeting(const Question& question) {
  return answer_to(question.kind) == Kind::pong && question.kind != Question::Kind::call && question.wants == 0;
}

}  // namespace

Requests::Requests(Node& node, std::function<void(const Contact&, std::uint32_t)> verified,
                   std::function<void(const Contact&)> lost)
    : node_(node), verified_(std::move(verified)), lost_(std::move(lost)), one_times_(node.host, node.crypto) {}

Token Requests::ask(Question question, OutcomeFn done, std::function<void()> slow) {
  const auto token = node_.random_token();
  auto& pending = pending_[token];
  pending.endpoint = question.whom ? to_text(question.whom->address) : question.endpoint;
  pending.question = std::move(question);
  const bool is_doubtful = pending.question.tries == 0 && pending.question.whom &&
                           silences_.contains(*pending.question.whom, node_.host.ticks_us());
  if (pending.question.tries == 0)
    pending.question.tries = usual_tries(pending.question) - (is_doubtful && loss_.is_none());
  pending.done = std::move(done);
  pending.slow = std::move(slow);
  if (is_doubtful)
    node_.host.post([this, token] {
      const auto found = pending_.find(token);
      if (found != pending_.end() && found->second.slow) found->second.slow();
    });
  transmit(token, pending);
  wait(token, pending);
  return token;
}

void Requests::transmit(const Token& token, Pending& pending) {
  const auto now_us = node_.host.ticks_us();
  ++pending.sent;
  pending.sent_us = now_us;
  if (const auto* link = link_for(pending.question))
    send_request(token, pending, *link);
  else
    send_hello(token, pending);
}

/// The link over which a question may be asked; null when whoever is asked has to be greeted first.
const Link* Requests::link_for(const Question& question) {
  if (question.kind == Question::Kind::greet || !question.whom) return nullptr;
  const auto* link = links_.find(*question.whom);
  return link && link->is_open(node_.host.ticks_us()) ? link : nullptr;
}

/// A greeting is up to four datagrams, each of which may be lost.
std::uint32_t Requests::usual_tries(const Question& question) {
  const auto tries = loss_.tries();
  const bool is_long = tries > Loss::least_tries && !link_for(question);
  return std::min(tries + is_long, Loss::most_tries);
}

void Requests::send_hello(const Token& token, Pending& pending) {
  if (!pending.greeting) pending.greeting.emplace(node_.crypto, one_times_.now());
  Packet hello{
      .kind = Kind::hello, .request = token, .share = pending.greeting->mine().share, .cookie = pending.cookie};
  if (node_.key.is_ready() && node_.reach.offers_to(parse_address(pending.endpoint))) hello.sender = node_.me;
  if (pending.question.kind == Question::Kind::find_node) hello.target = pending.question.target;
  if (pending.question.whom) hello.held = held_mark(*pending.question.whom);
  node_.send(pending.endpoint, to_datagram(text_of(hello), {}));
}

/// The mark of a delegation that I hold and that still counts; empty otherwise.
Octets Requests::held_mark(const Contact& whom) {
  const auto& delegation = links_.delegation(whom);
  if (delegation.empty()) return {};
  Id owner;
  if (node_.crypto.check(delegation, node_.host.now_ms(), owner).ok()) return mark_of(node_.crypto, delegation);
  links_.forget_delegation(whom);
  return {};
}

void Requests::send_request(const Token& token, Pending& pending, const Link& link) {
  pending.greeting.reset();
  const auto& question = pending.question;
  auto packet = request_of(question);
  packet.request = token;
  packet.session = link.session;
  const bool offers = question.announce && node_.reach.offers_to(parse_address(pending.endpoint));
  if ((offers || (question.wants & hold_me) != 0) && node_.key.is_ready()) packet.sender = node_.me;
  node_.send(pending.endpoint, sealed(node_.crypto, view(*link.key), packet));
}

/// Waits as long as answers of this node usually take, then twice that, up to a second each. A stranger near whom
/// nobody else is may be far away: the second time he gets longer.
void Requests::wait(const Token& token, Pending& pending) {
  const auto* link = pending.question.whom ? links_.find(*pending.question.whom) : nullptr;
  const bool is_known = link && link->round_trip.is_known();
  if (pending.sent == 1) {
    pending.wait_us = is_known ? link->round_trip.timeout_us() : others_.stranger_timeout_us();
  } else {
    const auto least_us = is_known ? least_second_wait_us : least_second_wait_for_stranger_us;
    pending.wait_us = std::clamp(2 * pending.wait_us, least_us, RoundTrip::most_us);
  }
  pending.timer = node_.host.after((pending.wait_us + 999) / 1000, [this, token] { on_timer(token); });
}

void Requests::on_timer(const Token& token) {
  const auto found = pending_.find(token);
  if (found == pending_.end()) return;
  auto& pending = found->second;
  if (pending.sent >= pending.question.tries) {
    finish(token, {.kind = Outcome::Kind::timed_out});
    return;
  }
  if (pending.sent == 1 && pending.slow) pending.slow();
  transmit(token, pending);
  wait(token, pending);
}

void Requests::on_answer(const Address& from, const Received& received) {
  const auto found = pending_.find(received.packet.request);
  const bool is_named = found != pending_.end() && !found->second.question.whom;
  if (found == pending_.end() || (!is_named && found->second.endpoint != to_text(from))) {
    ++node_.counters.unexpected;
    return;
  }
  auto& [token, pending] = *found;
  switch (received.packet.kind) {
    case Kind::welcome:
      return on_welcome(token, pending, from, received);
    case Kind::retry:
      return on_retry(token, pending, received.packet);
    default:
      return on_tagged(token, pending, received);
  }
}

void Requests::on_welcome(const Token& token, Pending& pending, const Address& from, const Received& received) {
  if (!pending.greeting) {
    ++node_.counters.unexpected;
    return;
  }
  const auto held = pending.question.whom ? links_.delegation(*pending.question.whom) : Octets{};
  const auto progress = pending.greeting->take(received, held, node_.host.now_ms());
  if (progress == WelcomeReader::Progress::incomplete) return;
  if (progress == WelcomeReader::Progress::wrong) {
    ++node_.counters.bad_proof;
    if (pending.question.whom) links_.forget_delegation(*pending.question.whom);
    // On the way somebody may put in false ones; a few are worth a check.
    if (++pending.wrong_proofs >= most_wrong_proofs) finish(token, {.kind = Outcome::Kind::timed_out});
    return;
  }
  on_proven(token, pending, {pending.greeting->proof().owner, from});
}

void Requests::on_proven(const Token& token, Pending& pending, const Contact& who) {
  const auto now_us = node_.host.ticks_us();
  auto proof = std::move(pending.greeting->proof());
  pending.greeting.reset();
  auto& link = links_.open(who, now_us);
  link.session = proof.session;
  link.key = proof.key;
  links_.keep(who, std::move(proof.delegation));
  link.proven_us = now_us;
  if (pending.sent == 1) take_sample(link, now_us - pending.sent_us);
  const bool would_greet_me = (proof.flags & would_greet) != 0;
  if (!pending.question.whom && pending.endpoint != to_text(who.address))
    return confirm(token, {.kind = Question::Kind::ping, .whom = who, .announce = would_greet_me});
  if (would_greet_me && node_.key.is_ready()) ask({.kind = Question::Kind::ping, .whom = who, .announce = true}, {});
  if (pending.question.whom && *pending.question.whom != who) {
    links_.erase(*pending.question.whom);
    finish(token, {.kind = Outcome::Kind::somebody_else, .who = who});
    return;
  }
  pending.question.whom = who;
  if (is_settled_by_greeting(pending.question)) {
    finish(token, {.kind = Outcome::Kind::answered, .who = who});
  } else if (pending.early) {
    const auto early = *pending.early;
    on_tagged(token, pending, early);
  } else if ((proof.flags & nodes_follow) == 0) {
    send_request(token, pending, link);
  }
}

/// Whoever is asked by name could say that his answer came from anywhere: it counts once a ping there was answered.
void Requests::confirm(const Token& token, Question ping) {
  auto named = pending_.extract(token);
  node_.host.cancel(named.mapped().timer);
  ask(std::move(ping), std::move(named.mapped().done));
}

void Requests::on_tagged(const Token& token, Pending& pending, const Received& received) {
  const auto& packet = received.packet;
  if (packet.kind != answer_to(pending.question.kind)) {
    ++node_.counters.unexpected;
    return;
  }
  if (pending.greeting) {
    pending.early = received;
    return;
  }
  const auto who = *pending.question.whom;
  auto* link = links_.find(who);
  if (!link || !link->key || !tag_holds(node_.crypto, view(*link->key), received)) {
    ++node_.counters.bad_proof;
    return;
  }
  const auto now_us = node_.host.ticks_us();
  link->used_us = now_us;
  if (pending.sent == 1) take_sample(*link, now_us - pending.sent_us);
  finish(token, {.kind = Outcome::Kind::answered,
                 .who = who,
                 .contacts = filtered(packet.contacts, who.address),
                 .record = packet.record,
                 .part = packet.part,
                 .flags = packet.flags,
                 .seen = packet.seen});
}

/// The other side does not know the session any more, or wants the cookie back: greet it again.
void Requests::on_retry(const Token& token, Pending& pending, const Packet& packet) {
  if (++pending.retries > most_retries) {
    ++node_.counters.unexpected;
    return;
  }
  pending.cookie = packet.cookie;
  auto* link = pending.question.whom ? links_.find(*pending.question.whom) : nullptr;
  if (link && !pending.greeting) link->key.reset();
  pending.sent_us = node_.host.ticks_us();
  send_hello(token, pending);
}

void Requests::on_unreachable(const Address& address) {
  const auto endpoint = to_text(address);
  std::vector<Token> ended;
  for (const auto& [token, pending] : pending_)
    if (pending.endpoint == endpoint) ended.push_back(token);
  for (const auto& token : ended) finish(token, {.kind = Outcome::Kind::unreachable});
}

void Requests::finish(const Token& token, const Outcome& outcome) {
  auto node = pending_.extract(token);
  if (node.empty()) return;
  auto& pending = node.mapped();
  node_.host.cancel(pending.timer);
  const bool proven = outcome.kind == Outcome::Kind::answered || outcome.kind == Outcome::Kind::somebody_else;
  if (proven) {
    silences_.forget(outcome.who);
    loss_.learn(pending.sent > 1);
    const auto* link = links_.find(outcome.who);
    if (!pending.question.is_client) verified_(outcome.who, link ? link->round_trip.mean_ms() : 0);
  }
  if (outcome.kind == Outcome::Kind::somebody_else) node_.table.erase(*pending.question.whom);
  if (outcome.kind == Outcome::Kind::timed_out && pending.question.whom) {
    silences_.note(*pending.question.whom, node_.host.ticks_us());
    lost_(*pending.question.whom);
  }
  if (pending.done) pending.done(outcome);
}

std::vector<Contact> Requests::filtered(const std::vector<Contact>& contacts, const Address& from) {
  std::vector<Contact> kept;
  for (const auto& contact : contacts) {
    if (kept.size() >= most_contacts) break;
    if (contact.id == node_.me) continue;
    if (is_usable(contact.address) && may_pass(contact.address, from))
      kept.push_back(contact);
    else
      ++node_.counters.bad_address;
  }
  return kept;
}

void Requests::take_sample(Link& link, std::uint64_t us) {
  link.round_trip.sample(us);
  others_.sample(us);
}

}  // namespace p2pchat::kademlia
