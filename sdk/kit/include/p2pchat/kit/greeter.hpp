// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/kit/purpose.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/transport.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace p2pchat::kit {

/// Asks endpoints who is there and proves who is here, for routings: each node that it hands out has proved its id at
/// its endpoint. It takes all datagrams of the transport.
///
///     question: ? | 12 octets of token | 2 of size | share | zeros up to 1,100 octets
///     answer:   ! | token | 2 of size | contact key | words of the routing | 16 octets of tag over all before it
///
/// The tag is under the key that share and contact key agree on, about the question and the id. An answer is never
/// longer than its question. At most 64 questions wait for an answer. An answer costs an agreement; how many a second
/// is not limited. Thread: [loop].
class Greeter {
 public:
  using Known = std::function<void(const std::optional<sdk::NodeEntry>& node, std::string_view words)>;
  static constexpr std::size_t question_size = 1'100, most_questions = 64;

  /// Finds what it needs in the host, at the start of the plugin that owns it. `words` gives what to tell with an
  /// answer, at most so many octets; `asked` hears of an endpoint that asks, which anybody may forge.
  Greeter(sdk::Host& host, std::function<Octets(std::size_t most)> words, std::function<void(const std::string&)> asked)
      : host_(host), words_(std::move(words)), asked_(std::move(asked)) {
    transport_ = host.get<sdk::Transport>(), crypto_ = host.get<sdk::Crypto>(), identity_ = host.get<sdk::Identity>();
    transport_->on_datagram([this](sdk::str from, bytes datagram) { hear(std::string(from), part(datagram)); });
    renew();
  }
  /// Asks who is at an endpoint, up to `times` times, once a second; `known` hears of nobody when no answer holds.
  /// False, and no word more, when that endpoint is being asked, cannot be one, or too many wait.
  bool greet(const std::string& endpoint, int times, Known known) {
    const auto is_it = [&](const auto& each) { return each.second.endpoint == endpoint; };
    if (endpoint.empty() || endpoint.size() >= sizeof sdk::NodeEntry::endpoint || waiting_.size() >= most_questions ||
        std::ranges::any_of(waiting_, is_it))
      return false;
    Secret share, secret;
    sdk::OutTo<Octets> share_out(share), secret_out(secret);
    if (!crypto_->ephemeral(secret_out, share_out).ok()) return false;
    const auto token = made(token_size, [&](auto* out) { host_.random(out, token_size); });
    auto question = '?' + token + sized(share);
    question.resize(std::max(question.size(), question_size));
    waiting_[token] = {endpoint, question, secret, std::move(known), times};
    say(token);
    return true;
  }

 private:
  static constexpr std::size_t token_size = 12, head = 1 + token_size + 2, tag_size = 16;
  static constexpr std::uint64_t day_ms = 86'400'000;
  struct Waiting {
    std::string endpoint;
    Octets question;
    Secret secret;
    Known known;
    int left = 0;
    std::uint64_t sent_us = 0, timer = 0;
  };

  static Octets sized(const Octets& octets) { return part(octets_of(octets.size()), 6) + octets; }
  /// A contact key for a week, and a new one every day.
  void renew() {
    identity_->delegate(host_.now_ms() + 7 * day_ms, [this](const Status& done, bytes secret, bytes shown) {
      if (done.ok()) secret_ = part(secret), shown_ = part(shown);
      host_.after(done.ok() ? day_ms : 60'000, [this] { renew(); });
    });
    identity_->self([this](const Status&, const Id& me, bytes) { me_ = me; });
  }
  void say(const Octets& token) {
    auto& waiting = waiting_.at(token);
    if (waiting.left-- == 0) return finish(token, std::nullopt, {});
    waiting.sent_us = host_.ticks_us();
    waiting.timer = host_.after(1'000, [this, token] { say(token); });
    transport_->send_datagram(waiting.endpoint, bytes::of(waiting.question));
  }
  void finish(const Octets& token, const std::optional<sdk::NodeEntry>& node, std::string_view words) {
    const auto waiting = std::move(waiting_.extract(token).mapped());
    host_.cancel(waiting.timer);
    waiting.known(node, words);
  }
  void hear(const std::string& from, const Octets& datagram) {
    if (datagram.size() < head || datagram.size() > question_size) return;
    const auto token = part(datagram, 1, token_size),
               shown = part(datagram, head, number_in(part(datagram, head - 2, 2)));
    if (datagram[0] == '?' && datagram.size() == question_size) answer(from, token, shown, datagram);
    if (datagram[0] == '!' && waiting_.contains(token)) believe(from, token, shown, datagram);
  }
  void answer(const std::string& from, const Octets& token, const Octets& share, const Octets& question) {
    auto words = '!' + token + sized(shown_);
    if (shown_.empty() || words.size() + tag_size > question_size) return;
    words += words_(question_size - tag_size - words.size());
    const auto tag = tag_of(secret_, share, question, me_, words);
    if (tag.empty() || words.size() + tag.size() > question_size) return;
    transport_->send_datagram(from, bytes::of(words + tag));
    asked_(from);
  }
  void believe(const std::string& from, const Octets& token, const Octets& shown, const Octets& answer) {
    const auto& waiting = waiting_.at(token);
    if (answer.size() < head + shown.size() + tag_size || from.size() >= sizeof sdk::NodeEntry::endpoint) return;
    sdk::NodeEntry node;
    if (!crypto_->check(bytes::of(shown), host_.now_ms(), node.id).ok() || node.id == me_) return;
    const auto said = part(answer, 0, answer.size() - tag_size);
    const auto tag = tag_of(waiting.secret, shown, waiting.question, node.id, said);
    if (!sdk::same(bytes::of(tag), bytes::of(part(answer, said.size())))) return;
    from.copy(node.endpoint, from.size());
    node.rtt_ms = static_cast<std::uint32_t>((host_.ticks_us() - waiting.sent_us + 999) / 1'000);
    finish(token, node, part(said, head + shown.size()));
  }
  Octets tag_of(const Octets& secret, const Octets& other, const Octets& question, const Id& owner,
                const Octets& words) {
    Secret key, tag;
    sdk::OutTo<Octets> key_out(key), tag_out(tag);
    const auto about = question + part(owner.view());
    if (!crypto_->agree(bytes::of(secret), bytes::of(other), bytes::of(about), key_out).ok()) return {};
    return crypto_->mac(bytes::of(key), bytes::of(words), tag_out).ok() ? tag : Octets();
  }

  sdk::Host& host_;
  std::function<Octets(std::size_t)> words_;
  std::function<void(const std::string&)> asked_;
  sdk::Transport* transport_ = nullptr;  // these three: needed, and so there
  sdk::Crypto* crypto_ = nullptr;
  sdk::Identity* identity_ = nullptr;
  Id me_;
  Secret secret_;
  Octets shown_;
  std::map<Octets, Waiting> waiting_;  // by token
};

}  // namespace p2pchat::kit
