// SPDX-License-Identifier: MIT
#include <p2pchat/crypto.hpp>
#include <p2pchat/plugin.hpp>

using namespace p2pchat::sdk;

namespace {

const Status unwritten(Errc::unsupported, "my-cipher: not written yet");

}  // namespace

/// A conversation: the handshake in `step`, then records.
class MySession final : public Session {
 public:
  MySession(Role role, const Id& wanted) : role_(role), wanted_(wanted) {}
  Status step(bytes, Out&) override { return unwritten; }
  std::uint32_t established() const override { return 0; }
  Status peer(Out&) const override { return {Errc::not_found, "the other side has proved no key yet"}; }
  Status seal(bytes, Out&) override { return {Errc::invalid, "the session is not established"}; }
  Status open(bytes, Out&) override { return {Errc::invalid, "the session is not established"}; }
  void destroy() noexcept override { delete this; }

 private:
  [[maybe_unused]] const Role role_;
  [[maybe_unused]] const Id wanted_;
};

/// A secret key in memory.
class MyKey final : public SecretKey {
 public:
  Status public_key(Out&) const override { return unwritten; }
  Status sign(bytes, Out&) override { return unwritten; }
  Status sign_all(const bytes*, std::uint32_t, const Fn<void(std::uint32_t, bytes)>&) override { return unwritten; }
  Status open(bytes, bytes, Out&) override { return unwritten; }
  Session* session(Role role, const Id& wanted) override { return new MySession(role, wanted); }
  Status delegate(std::uint64_t, Out&, Out&) override { return unwritten; }
  Status write(str, Out&) const override { return unwritten; }
  void destroy() noexcept override { delete this; }
};

/// A cipher suite. Thread: [any], concurrent: keep no state that is not locked.
class MyCipher final : public PluginOf<MyCipher, Crypto> {
 public:
  using PluginOf::PluginOf;
  str suite() const override { return "my-cipher/1"; }
  SecretKey* generate(Status& why) override { return why = unwritten, nullptr; }  // new MyKey, once it can be made
  SecretKey* read(bytes, str, Status& why) override { return why = unwritten, nullptr; }
  Status digest(bytes, Id&) override { return unwritten; }
  Status identify(bytes, Id&) override { return unwritten; }
  Status verify(bytes, bytes, bytes) override { return unwritten; }
  Status seal(bytes, bytes, bytes, Out&) override { return unwritten; }
  Status check(bytes, std::uint64_t, Id&) override { return unwritten; }
  Status ephemeral(Out&, Out&) override { return unwritten; }
  Status agree(bytes, bytes, bytes, Out&) override { return unwritten; }
  Status mac(bytes, bytes, Out&) override { return unwritten; }
};

P2PCHAT_PLUGIN(MyCipher, .id = "my-cipher", .name = "My cipher", .version = "0.1.0", .license = "MIT")
