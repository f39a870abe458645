// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/method.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::isolation {

template <>
struct MethodsOf<sdk::Session> : Methods<&sdk::Session::step, &sdk::Session::established, &sdk::Session::peer,
                                         &sdk::Session::seal, &sdk::Session::open, &sdk::Session::destroy> {};
template <>
struct MethodsOf<sdk::SecretKey>
    : Methods<&sdk::SecretKey::public_key, &sdk::SecretKey::sign, &sdk::SecretKey::sign_all, &sdk::SecretKey::open,
              &sdk::SecretKey::session, &sdk::SecretKey::delegate, &sdk::SecretKey::write, &sdk::SecretKey::destroy> {};
template <>
struct MethodsOf<sdk::Crypto>
    : Methods<&sdk::Crypto::suite, &sdk::Crypto::generate, &sdk::Crypto::read, &sdk::Crypto::digest,
              &sdk::Crypto::identify, &sdk::Crypto::verify, &sdk::Crypto::seal, &sdk::Crypto::check,
              &sdk::Crypto::ephemeral, &sdk::Crypto::agree, &sdk::Crypto::mac> {};

template <>
inline constexpr bool frees<&sdk::Session::destroy> = true;
template <>
inline constexpr bool frees<&sdk::SecretKey::destroy> = true;

/// Frees itself with its object.
template <class Carrier>
class Forwarder<sdk::Session, Carrier> final : public Carrier {
  using S = sdk::Session;
  using Status = sdk::Status;
  using bytes = sdk::bytes;
  using Out = sdk::Out;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  Status step(bytes in, Out& out) override { return carry(method<&S::step>, in, out); }
  std::uint32_t established() const override { return carry(method<&S::established>); }
  Status peer(Out& public_key) const override { return carry(method<&S::peer>, public_key); }
  Status seal(bytes plain, Out& record) override { return carry(method<&S::seal>, plain, record); }
  Status open(bytes record, Out& plain) override { return carry(method<&S::open>, record, plain); }
  void destroy() noexcept override {
    carry(method<&S::destroy>);
    delete this;
  }
};

/// Frees itself with its object.
template <class Carrier>
class Forwarder<sdk::SecretKey, Carrier> final : public Carrier {
  using K = sdk::SecretKey;
  using Status = sdk::Status;
  using bytes = sdk::bytes;
  using Out = sdk::Out;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  Status public_key(Out& out) const override { return carry(method<&K::public_key>, out); }
  Status sign(bytes message, Out& signature) override { return carry(method<&K::sign>, message, signature); }
  Status sign_all(const bytes* messages, std::uint32_t count,
                  const sdk::Fn<void(std::uint32_t, bytes)>& each) override {
    return carry(method<&K::sign_all>, messages, count, each);
  }
  Status open(bytes aad, bytes sealed, Out& plain) override { return carry(method<&K::open>, aad, sealed, plain); }
  sdk::Session* session(sdk::Role role, const sdk::Id& wanted) override {
    return carry(method<&K::session>, role, wanted);
  }
  Status delegate(std::uint64_t expiry_ms, Out& secret, Out& delegation) override {
    return carry(method<&K::delegate>, expiry_ms, secret, delegation);
  }
  Status write(sdk::str passphrase, Out& file) const override { return carry(method<&K::write>, passphrase, file); }
  void destroy() noexcept override {
    carry(method<&K::destroy>);
    delete this;
  }
};

template <class Carrier>
class Forwarder<sdk::Crypto, Carrier> final : public Carrier {
  using C = sdk::Crypto;
  using Status = sdk::Status;
  using Id = sdk::Id;
  using str = sdk::str;
  using bytes = sdk::bytes;
  using Out = sdk::Out;
  using Carrier::carry;

 public:
  using Carrier::Carrier;
  str suite() const override { return carry(method<&C::suite>); }
  sdk::SecretKey* generate(Status& why) override { return carry(method<&C::generate>, why); }
  sdk::SecretKey* read(bytes file, str passphrase, Status& why) override {
    return carry(method<&C::read>, file, passphrase, why);
  }
  Status digest(bytes data, Id& id) override { return carry(method<&C::digest>, data, id); }
  Status identify(bytes public_key, Id& id) override { return carry(method<&C::identify>, public_key, id); }
  Status verify(bytes public_key, bytes message, bytes signature) override {
    return carry(method<&C::verify>, public_key, message, signature);
  }
  Status seal(bytes public_key, bytes aad, bytes plain, Out& sealed) override {
    return carry(method<&C::seal>, public_key, aad, plain, sealed);
  }
  Status check(bytes delegation, std::uint64_t now_ms, Id& owner) override {
    return carry(method<&C::check>, delegation, now_ms, owner);
  }
  Status ephemeral(Out& secret, Out& share) override { return carry(method<&C::ephemeral>, secret, share); }
  Status agree(bytes secret, bytes other, bytes context, Out& key) override {
    return carry(method<&C::agree>, secret, other, context, key);
  }
  Status mac(bytes key, bytes message, Out& tag) override { return carry(method<&C::mac>, key, message, tag); }
};

}  // namespace p2pchat::isolation
