// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::host {

/// `Session` of one plugin as another sees it; owns its target.
class SessionProxy final : public ProxyOf<sdk::Session, Tag::any> {
  using S = sdk::Session;

 public:
  using ProxyOf::ProxyOf;
  Status step(bytes in, Out& out) override { return pass("Session::step", &S::step, in, out); }
  u32 established() const override { return pass("Session::established", &S::established); }
  Status peer(Out& public_key) const override { return pass("Session::peer", &S::peer, public_key); }
  Status seal(bytes plain, Out& record) override { return pass("Session::seal", &S::seal, plain, record); }
  Status open(bytes record, Out& plain) override { return pass("Session::open", &S::open, record, plain); }
  void destroy() noexcept override {
    crossing_.callee->last_call("Session::destroy", [&] { target_.destroy(); });
    delete this;
  }
};

/// `SecretKey` of one plugin as another sees it; owns its target.
class SecretKeyProxy final : public ProxyOf<sdk::SecretKey, Tag::any> {
  using K = sdk::SecretKey;

 public:
  using ProxyOf::ProxyOf;
  Status public_key(Out& out) const override { return pass("SecretKey::public_key", &K::public_key, out); }
  Status sign(bytes message, Out& signature) override { return pass("SecretKey::sign", &K::sign, message, signature); }
  Status sign_all(const bytes* messages, u32 count, const sdk::Fn<void(u32, bytes)>& each) override {
    return pass("SecretKey::sign_all", &K::sign_all, messages, count, each);
  }
  Status open(bytes aad, bytes sealed, Out& plain) override {
    return pass("SecretKey::open", &K::open, aad, sealed, plain);
  }
  sdk::Session* session(sdk::Role role, const Id& wanted) override {
    auto* made = pass("SecretKey::session", &K::session, role, wanted);
    return made ? new SessionProxy(*made, crossing_) : nullptr;
  }
  Status delegate(u64 expiry_ms, Out& secret, Out& delegation) override {
    return pass("SecretKey::delegate", &K::delegate, expiry_ms, secret, delegation);
  }
  Status write(str passphrase, Out& file) const override {
    return pass("SecretKey::write", &K::write, passphrase, file);
  }
  void destroy() noexcept override {
    crossing_.callee->last_call("SecretKey::destroy", [&] { target_.destroy(); });
    delete this;
  }
};

/// `Crypto` of one plugin as another sees it.
class CryptoProxy final : public ProxyOf<sdk::Crypto, Tag::any> {
  using C = sdk::Crypto;

 public:
  using ProxyOf::ProxyOf;
  str suite() const override { return pass("Crypto::suite", &C::suite); }
  sdk::SecretKey* generate(Status& why) override { return own(pass("Crypto::generate", &C::generate, why), why); }
  sdk::SecretKey* read(bytes file, str passphrase, Status& why) override {
    return own(pass("Crypto::read", &C::read, file, passphrase, why), why);
  }
  Status digest(bytes data, Id& id) override { return pass("Crypto::digest", &C::digest, data, id); }
  Status identify(bytes public_key, Id& id) override { return pass("Crypto::identify", &C::identify, public_key, id); }
  Status verify(bytes public_key, bytes message, bytes signature) override {
    return pass("Crypto::verify", &C::verify, public_key, message, signature);
  }
  Status seal(bytes public_key, bytes aad, bytes plain, Out& sealed) override {
    return pass("Crypto::seal", &C::seal, public_key, aad, plain, sealed);
  }
  Status check(bytes delegation, u64 now_ms, Id& owner) override {
    return pass("Crypto::check", &C::check, delegation, now_ms, owner);
  }
  Status ephemeral(Out& secret, Out& share) override { return pass("Crypto::ephemeral", &C::ephemeral, secret, share); }
  Status agree(bytes secret, bytes other, bytes context, Out& key) override {
    return pass("Crypto::agree", &C::agree, secret, other, context, key);
  }
  Status mac(bytes key, bytes message, Out& tag) override { return pass("Crypto::mac", &C::mac, key, message, tag); }

 private:
  sdk::SecretKey* own(sdk::SecretKey* made, Status& why) const {
    if (!made && why.ok()) why = {sdk::Errc::internal, crossing_.callee->plugin() + " made no key; see the log"};
    return made ? new SecretKeyProxy(*made, crossing_) : nullptr;
  }
};

}  // namespace p2pchat::host
