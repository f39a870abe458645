// SPDX-License-Identifier: MIT
#include "own_identity.hpp"

#include "messaging/private_file.hpp"

#include <optional>
#include <vector>

namespace p2pchat::messaging {
namespace {

using Octets = std::vector<std::uint8_t>;

/// A key with what can be told of it.
struct Loaded {
  std::shared_ptr<sdk::SecretKey> key;
  sdk::Id id;
  Octets public_key;
  sdk::Status status;
};

void erase(Octets& secret) {
  for (volatile auto& octet : secret) octet = 0;
}

sdk::SecretKey* make(sdk::Crypto& crypto, const std::filesystem::path& file, const std::string& passphrase,
                     sdk::Status& status) {
  auto* key = crypto.generate(status);
  if (!key || file.empty()) return key;
  Octets content;
  sdk::OutTo out(content);
  status = key->write(passphrase, out);
  if (status.ok()) status = write_private_file(file, content);
  erase(content);
  return key;
}

sdk::SecretKey* read_or_make(sdk::Crypto& crypto, const std::filesystem::path& file, const std::string& passphrase,
                             sdk::Status& status) {
  if (file.empty()) return make(crypto, file, passphrase, status);
  Octets content;
  status = read_private_file(file, content);
  if (status.code == sdk::Errc::not_found) return make(crypto, file, passphrase, status = {});
  if (!status.ok()) return nullptr;
  auto* key = crypto.read(content, passphrase, status);
  erase(content);
  if (!key) status = {status.code, std::string(status.text) + ": " + file.string()};
  return key;
}

/// Runs on a worker.
void load(sdk::Crypto& crypto, const std::filesystem::path& file, const std::string& passphrase, Loaded& loaded) {
  auto& status = loaded.status;
  loaded.key = {read_or_make(crypto, file, passphrase, status), [](sdk::SecretKey* key) {
                  if (key) key->destroy();
                }};
  if (status.ok() && !loaded.key) status = {sdk::Errc::internal, "the cipher suite gave no key and no reason"};
  sdk::OutTo out(loaded.public_key);
  if (status.ok()) status = loaded.key->public_key(out);
  if (status.ok()) status = crypto.identify(loaded.public_key, loaded.id);
}

}  // namespace

struct OwnIdentity::State : std::enable_shared_from_this<State> {
  State(sdk::Host& h, sdk::Crypto& c) : host(h), crypto(c) {}

  /// Runs `f` on the loop once it is known whether there is a key, never from inside the call.
  void when_settled(std::function<void(const sdk::Status&)> f) {
    if (!settled) return waiting.push_back(std::move(f));
    host.post([self = shared_from_this(), f = std::move(f)] { f(*self->settled); });
  }

  void settle(const sdk::Status& status) {
    settled = status;
    for (auto& f : std::exchange(waiting, {})) when_settled(std::move(f));
  }

  /// Runs `work` with the key on a worker and hands its two results to `answer` on the loop.
  template <class Work, class Answer>
  void with_key(Work work, Answer answer);

  sdk::Host& host;
  sdk::Crypto& crypto;
  Loaded mine;
  std::optional<sdk::Status> settled;  ///< ok once the key is there, an error when there is none
  std::vector<std::function<void(const sdk::Status&)>> waiting;
};

template <class Work, class Answer>
void OwnIdentity::State::with_key(Work work, Answer answer) {
  when_settled([self = shared_from_this(), work = std::move(work),
                shared = std::make_shared<Answer>(std::move(answer))](const sdk::Status& status) {
    if (!*shared) return;
    struct Result {
      sdk::Status status;
      Octets first, second;
    };
    auto result = std::make_shared<Result>();
    result->status = status;
    auto finish = [result, shared] {
      if constexpr (std::invocable<Answer&, const sdk::Status&, sdk::bytes, sdk::bytes>)
        (*shared)(result->status, result->first, result->second);
      else
        (*shared)(result->status, result->first);
    };
    if (!status.ok()) return finish();
    self->host.offload(
        [key = self->mine.key, work, result] {
          sdk::OutTo first(result->first), second(result->second);
          result->status = work(*key, first, second);
        },
        std::move(finish));
  });
}

OwnIdentity::OwnIdentity(sdk::Host& host, sdk::Crypto& crypto) : state_(std::make_shared<State>(host, crypto)) {}
OwnIdentity::~OwnIdentity() { std::exchange(state_->waiting, {}).clear(); }  // what waits holds the state

void OwnIdentity::start(std::filesystem::path file, std::string passphrase,
                        std::function<void(const sdk::Status&)> done) {
  auto loaded = std::make_shared<Loaded>();
  state_->host.offload([&suite = state_->crypto, file = std::move(file), passphrase = std::move(passphrase),
                        loaded] { load(suite, file, passphrase, *loaded); },
                       [state = state_, loaded, done = std::move(done)] {
                         if (!state->settled && loaded->status.ok()) state->mine = *loaded;
                         if (!state->settled) state->settle(loaded->status);
                         if (done) done(*state->settled);
                       });
}

void OwnIdentity::stop() { state_->settle({sdk::Errc::cancelled, "the node is stopping"}); }

sdk::SecretKey* OwnIdentity::key() const { return state_->mine.key.get(); }

void OwnIdentity::self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept {
  state_->when_settled([state = state_, shared = std::make_shared<std::decay_t<decltype(done)>>(std::move(done))](
                           const sdk::Status& status) {
    if (*shared) (*shared)(status, state->mine.id, state->mine.public_key);
  });
}

void OwnIdentity::sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  state_->with_key([message = Octets(message.ptr, message.ptr + message.len)](
                       sdk::SecretKey& key, sdk::Out& signature, sdk::Out&) { return key.sign(message, signature); },
                   std::move(done));
}

void OwnIdentity::open(sdk::bytes aad, sdk::bytes sealed,
                       sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept {
  state_->with_key([aad = Octets(aad.ptr, aad.ptr + aad.len), sealed = Octets(sealed.ptr, sealed.ptr + sealed.len)](
                       sdk::SecretKey& key, sdk::Out& plain, sdk::Out&) { return key.open(aad, sealed, plain); },
                   std::move(done));
}

void OwnIdentity::delegate(std::uint64_t expiry_ms,
                           sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept {
  state_->with_key([expiry_ms](sdk::SecretKey& key, sdk::Out& secret,
                               sdk::Out& delegation) { return key.delegate(expiry_ms, secret, delegation); },
                   std::move(done));
}

}  // namespace p2pchat::messaging
