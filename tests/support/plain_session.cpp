// SPDX-License-Identifier: MIT
#include "support/plain_session.hpp"

#include "support/sha256.hpp"

namespace p2pchat::test {
namespace {

using Octets = std::vector<std::uint8_t>;
constexpr std::size_t public_size = 34, tag_size = 16;

class PlainSession final : public sdk::Session {
 public:
  PlainSession(sdk::Host& host, sdk::Role role, const sdk::Id& wanted, Octets mine)
      : role_(role), wanted_(wanted), mine_(std::move(mine)) {
    host.random(nonce_.b, sizeof nonce_.b);
  }

  sdk::Status step(sdk::bytes in, sdk::Out& out) override {
    if (next_ < 0) return {sdk::Errc::bad_signature, "this handshake has failed"};
    const bool initiator = role_ == sdk::Role::initiator;
    auto went = sdk::Status(sdk::Errc::bad_signature, "handshake failed");
    if (initiator && next_ == 0 && in.len == 0)
      went = say_first(out);
    else if (!initiator && next_ == 0)
      went = answer_first(in, out);
    else if (initiator && next_ == 1)
      went = say_third(in, out);
    else if (!initiator && next_ == 1)
      went = confirm(in, out);
    else if (initiator && next_ == 2)
      went = hear_confirmation(in);
    next_ = went.ok() ? next_ + 1 : -1;
    return went;
  }

  std::uint32_t established() const override { return established_; }

  sdk::Status peer(sdk::Out& public_key) const override {
    if (theirs_.empty()) return {sdk::Errc::not_found, "the other side has not proved a key yet"};
    return public_key.append(theirs_) ? sdk::Status() : sdk::Status(sdk::Errc::too_large);
  }

  sdk::Status seal(sdk::bytes plain, sdk::Out& record) override {
    if (!established_) return {sdk::Errc::invalid, "no records before the handshake is done"};
    if (plain.len > plain_record_limit) return {sdk::Errc::too_large, "a record holds at most 256 KiB"};
    auto* at = record.grow(tag_size + plain.len);
    if (!at) return {sdk::Errc::too_large, "no room for the record"};
    const auto tag = tag_of(role_, sent_++, plain);
    std::memcpy(at, tag.b, tag_size);
    for (std::uint64_t i = 0; i < plain.len; ++i)
      at[tag_size + i] = static_cast<std::uint8_t>(plain.ptr[i] ^ key_.b[i % 32]);
    return {};
  }

  sdk::Status open(sdk::bytes record, sdk::Out& plain) override {
    if (!established_ || record.len < tag_size || record.len > tag_size + plain_record_limit) return broken();
    Octets text(record.ptr + tag_size, record.ptr + record.len);
    for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<std::uint8_t>(text[i] ^ key_.b[i % 32]);
    const auto other = role_ == sdk::Role::initiator ? sdk::Role::responder : sdk::Role::initiator;
    const auto tag = tag_of(other, received_, text);
    if (!sdk::same({record.ptr, tag_size}, {tag.b, tag_size})) return broken();
    ++received_;
    return plain.append(text) ? sdk::Status() : sdk::Status(sdk::Errc::too_large);
  }

  void destroy() noexcept override { delete this; }

 private:
  /// M1: 01 | wanted id | nonce
  sdk::Status say_first(sdk::Out& out) {
    transcript_ = sha256({sdk::bytes::of("1"), wanted_.view(), nonce_.view()});
    return write(out, 1, {wanted_.view(), nonce_.view()});
  }
  /// M2: 02 | nonce | public key | proof
  sdk::Status answer_first(sdk::bytes in, sdk::Out& out) {
    if (in.len != 65 || in.ptr[0] != 1) return {sdk::Errc::bad_signature, "handshake failed"};
    sdk::Id me;
    if (auto known = identify_plain(mine_, me); !known.ok()) return known;
    if (!sdk::same({in.ptr + 1, 32}, me.view())) return {sdk::Errc::refused, "meant for another id"};
    transcript_ = sha256({sdk::bytes::of("1"), {in.ptr + 1, 64}});
    transcript_ = sha256({transcript_.view(), nonce_.view(), mine_});
    return write(out, 2, {nonce_.view(), mine_, transcript_.view()});
  }
  /// M3: 03 | public key | proof
  sdk::Status say_third(sdk::bytes in, sdk::Out& out) {
    if (in.len != 1 + 32 + public_size + 32 || in.ptr[0] != 2) return {sdk::Errc::bad_signature, "handshake failed"};
    transcript_ = sha256({transcript_.view(), {in.ptr + 1, 32 + public_size}});
    const Octets key(in.ptr + 33, in.ptr + 33 + public_size);
    sdk::Id id;
    if (!identify_plain(key, id).ok() || id != wanted_ || key == mine_ ||
        !sdk::same(transcript_.view(), {in.ptr + in.len - 32, 32}))
      return {sdk::Errc::bad_signature, "handshake failed"};
    theirs_ = key;
    transcript_ = sha256({transcript_.view(), mine_});
    return write(out, 3, {mine_, transcript_.view()});
  }
  /// M4: 04 | proof
  sdk::Status confirm(sdk::bytes in, sdk::Out& out) {
    if (in.len != 1 + public_size + 32 || in.ptr[0] != 3) return {sdk::Errc::bad_signature, "handshake failed"};
    const Octets key(in.ptr + 1, in.ptr + 1 + public_size);
    transcript_ = sha256({transcript_.view(), key});
    sdk::Id id;
    if (!identify_plain(key, id).ok() || key == mine_ || !sdk::same(transcript_.view(), {in.ptr + 1 + public_size, 32}))
      return {sdk::Errc::bad_signature, "handshake failed"};
    theirs_ = key;
    establish();
    const auto proof = sha256({sdk::bytes::of("ready"), key_.view()});
    return write(out, 4, {proof.view()});
  }
  sdk::Status hear_confirmation(sdk::bytes in) {
    const auto key = sha256({sdk::bytes::of("key"), transcript_.view()});
    const auto proof = sha256({sdk::bytes::of("ready"), key.view()});
    if (in.len != 33 || in.ptr[0] != 4 || !sdk::same(proof.view(), {in.ptr + 1, 32}))
      return {sdk::Errc::bad_signature, "handshake failed"};
    establish();
    return {};
  }

  void establish() {
    key_ = sha256({sdk::bytes::of("key"), transcript_.view()});
    established_ = 1;
  }
  sdk::Status broken() {
    established_ = 0;
    next_ = -1;
    return {sdk::Errc::bad_signature, "the record does not open"};
  }
  static sdk::Status write(sdk::Out& out, std::uint8_t number, std::initializer_list<sdk::bytes> pieces) {
    bool room = out.append(sdk::bytes(&number, 1));
    for (const auto& piece : pieces) room = room && out.append(piece);
    return room ? sdk::Status() : sdk::Status(sdk::Errc::too_large, "no room for the handshake message");
  }
  sdk::Id tag_of(sdk::Role sender, std::uint64_t number, sdk::bytes plain) const {
    std::uint8_t head[9] = {static_cast<std::uint8_t>(sender)};
    std::memcpy(head + 1, &number, sizeof number);
    return sha256({key_.view(), {head, sizeof head}, plain});
  }

  const sdk::Role role_;
  const sdk::Id wanted_;
  const Octets mine_;
  Octets theirs_;
  sdk::Id nonce_, transcript_, key_;
  int next_ = 0;  ///< which message comes next; -1 once it failed
  std::uint32_t established_ = 0;
  std::uint64_t sent_ = 0, received_ = 0;
};

}  // namespace

sdk::Session* plain_session(sdk::Host& host, sdk::Role role, const sdk::Id& wanted, Octets public_key) {
  return new PlainSession(host, role, wanted, std::move(public_key));
}

sdk::Status identify_plain(sdk::bytes public_key, sdk::Id& id) {
  if (public_key.len != public_size || public_key.ptr[0] != 'P' || public_key.ptr[1] != 'K')
    return {sdk::Errc::malformed, "not a public key of the plain suite"};
  id = sha256({public_key});
  return {};
}

}  // namespace p2pchat::test
