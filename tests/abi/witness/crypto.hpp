// SPDX-License-Identifier: MIT
#pragma once
#include "told.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::witness {

/// A session that tells what it was asked.
class Session final : public sdk::Session {
 public:
  Session(sdk::Role role, const sdk::Id& wanted) : begun_(told("SecretKey::session", role, wanted)) {}
  sdk::Status step(sdk::bytes in, sdk::Out& out) override {
    out.append(begun_);
    return refused("Session::step", in);
  }
  std::uint32_t established() const override { return 4'000'000'005; }
  sdk::Status peer(sdk::Out& public_key) const override { return add(public_key, "Session::peer"); }
  sdk::Status seal(sdk::bytes plain, sdk::Out& record) override { return add(record, "Session::seal", plain); }
  sdk::Status open(sdk::bytes record, sdk::Out& plain) override { return add(plain, "Session::open", record); }
  void destroy() noexcept override { delete this; }

 private:
  template <class... A>
  static sdk::Status add(sdk::Out& out, std::string_view call, const A&... arguments) {
    out.append(std::string_view("out"));
    return refused(call, arguments...);
  }
  std::string begun_;
};

/// A key that tells what it was asked.
class SecretKey final : public sdk::SecretKey {
 public:
  sdk::Status public_key(sdk::Out& out) const override {
    out.append(std::string_view("public"));
    return refused("SecretKey::public_key");
  }
  sdk::Status sign(sdk::bytes message, sdk::Out& signature) override {
    signature.append(std::string_view("signature"));
    return refused("SecretKey::sign", message);
  }
  sdk::Status sign_all(const sdk::bytes* messages, std::uint32_t count,
                       const sdk::Fn<void(std::uint32_t, sdk::bytes)>& each) override {
    for (std::uint32_t i = 0; i < count; ++i) each(i, messages[i]);
    return refused("SecretKey::sign_all", count);
  }
  sdk::Status open(sdk::bytes aad, sdk::bytes sealed, sdk::Out& plain) override {
    plain.append(std::string_view("plain"));
    return refused("SecretKey::open", aad, sealed);
  }
  sdk::Session* session(sdk::Role role, const sdk::Id& wanted) override { return new Session(role, wanted); }
  sdk::Status delegate(std::uint64_t expiry_ms, sdk::Out& secret, sdk::Out& delegation) override {
    secret.append(std::string_view("secret")), delegation.append(std::string_view("delegation"));
    return refused("SecretKey::delegate", expiry_ms);
  }
  sdk::Status write(sdk::str passphrase, sdk::Out& file) const override {
    file.append(std::string_view("file"));
    return refused("SecretKey::write", passphrase);
  }
  void destroy() noexcept override { delete this; }
};

/// A cipher that tells what it was asked. It makes keys and reads none.
class Crypto : public sdk::Crypto {
 public:
  sdk::str suite() const override { return "witness/1"; }
  sdk::SecretKey* generate(sdk::Status&) override { return new SecretKey; }
  sdk::SecretKey* read(sdk::bytes file, sdk::str passphrase, sdk::Status& why) override {
    why = refused("Crypto::read", file, passphrase);
    return nullptr;
  }
  sdk::Status digest(sdk::bytes data, sdk::Id& out) override { return out = id(11), refused("Crypto::digest", data); }
  sdk::Status identify(sdk::bytes key, sdk::Id& out) override { return out = id(12), refused("Crypto::identify", key); }
  sdk::Status verify(sdk::bytes key, sdk::bytes message, sdk::bytes signature) override {
    return refused("Crypto::verify", key, message, signature);
  }
  sdk::Status seal(sdk::bytes key, sdk::bytes aad, sdk::bytes plain, sdk::Out& sealed) override {
    sealed.append(std::string_view("sealed"));
    return refused("Crypto::seal", key, aad, plain);
  }
  sdk::Status check(sdk::bytes delegation, std::uint64_t now_ms, sdk::Id& owner) override {
    return owner = id(13), refused("Crypto::check", delegation, now_ms);
  }
  sdk::Status ephemeral(sdk::Out& secret, sdk::Out& share) override {
    secret.append(std::string_view("secret")), share.append(std::string_view("share"));
    return refused("Crypto::ephemeral");
  }
  sdk::Status agree(sdk::bytes secret, sdk::bytes other, sdk::bytes context, sdk::Out& key) override {
    key.append(std::string_view("key"));
    return refused("Crypto::agree", secret, other, context);
  }
  sdk::Status mac(sdk::bytes key, sdk::bytes message, sdk::Out& tag) override {
    tag.append(std::string_view("tag"));
    return refused("Crypto::mac", key, message);
  }

 protected:
  ~Crypto() = default;
};

}  // namespace p2pchat::witness
