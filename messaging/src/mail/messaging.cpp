// SPDX-License-Identifier: MIT
#include "messaging/messaging.hpp"

#include "chat_service.hpp"
#include "plugin_tables.hpp"
#include "sea_mail.hpp"
#include "sessions/session_pool.hpp"
#include "sessions/signed_messages.hpp"

#include <mutex>
#include <optional>

namespace p2pchat::messaging {

/// Everything that needs the plugins, in the order in which it stands on each other.
struct Messaging::Parts {
  Parts(sdk::Host& h, Serial& thread, MessagingOptions o)
      : host(h), options(std::move(o)), store(h, thread, *h.get<sdk::Store>()) {}

  void open_store();
  void open_identity();
  void listen();
  void identity_ready();
  void hear_peers();
  void finish_start(const sdk::Status& status);
  void say(std::string_view topic, std::string_view sentence);
  sdk::Tables* tables_of(std::string_view plugin_id);

  sdk::Host& host;
  MessagingOptions options;
  sdk::Crypto& crypto = *host.get<sdk::Crypto>();
  sdk::Transport& transport = *host.get<sdk::Transport>();
  sdk::Routing& routing = *host.get<sdk::Routing>();
  StoreAccess store;
  OwnIdentity identity{host, crypto};
  SessionPool pool{host, crypto, transport, routing};
  Dispatcher dispatcher{host, crypto, pool};
  SignedMessages network{host, crypto, pool, dispatcher};
  std::optional<SigningQueue> signatures;
  Outbox outbox{host, crypto, store, pool};
  AddressBook book{host, store, outbox};
  Inbox inbox{host, store, pool, book};
  SeaMail sea{host, crypto, store, identity, pool, book, inbox};
  ChatService chat{host, crypto, identity, store, book, outbox, inbox, pool};
  std::mutex tables_mutex;
  std::map<std::string, PluginTables, std::less<>> tables;
  sdk::StatusFn started;  // called once the node has started, or failed to
  Lifetime lifetime;
};

void Messaging::Parts::say(std::string_view topic, std::string_view sentence) {
  host.publish(topic, {}, sdk::bytes::of(sentence));
}

sdk::Tables* Messaging::Parts::tables_of(std::string_view plugin_id) {
  const std::lock_guard lock(tables_mutex);
  return &tables.try_emplace(std::string(plugin_id), store, plugin_id).first->second;
}

void Messaging::Parts::finish_start(const sdk::Status& status) {
  if (auto done = std::exchange(started, {})) done(status);
}

void Messaging::Parts::open_store() {
  store.open(options.data_dir.string(), lifetime.guard([this](const sdk::Status& status, const std::string& notice) {
    if (status.ok() && !notice.empty()) say("notice", notice);
  }));
  book.load(options.name, lifetime.guard([this](const sdk::Status& status) {
    chat.begin();
    if (status.ok())
      open_identity();
    else
      finish_start(status);
  }));
}

/// A key that is there is read before the node counts as started; a first one is made meanwhile.
void Messaging::Parts::open_identity() {
  const auto file = options.ephemeral ? std::filesystem::path() : options.data_dir / "identity.p8";
  std::error_code unreadable;  // then reading it says so
  const bool there = !file.empty() && std::filesystem::exists(std::filesystem::symlink_status(file, unreadable));
  identity.start(file, options.passphrase, lifetime.guard([this, there](const sdk::Status& status) {
    if (status.ok()) identity_ready();
    if (there) return status.ok() ? listen() : finish_start(status);
    if (!status.ok()) say("notice", std::string("There is no identity: ") + status.text);
  }));
  if (!there) listen();
}

void Messaging::Parts::identity_ready() {
  identity.self(lifetime.guard([this](const sdk::Status& status, const sdk::Id& me, sdk::bytes) {
    if (!status.ok()) return;
    dispatcher.set_self(me);
    pool.start(*identity.key(), me);
    signatures.emplace(host, *identity.key());
    signatures->set_batching(options.share_signatures);
    outbox.start(me, *signatures);
    sea.start(me, *signatures);
    network.start(*signatures, me);
    host.publish("identity.ready", me, {});
  }));
}

void Messaging::Parts::listen() {
  std::string bound;
  sdk::OutTo out(bound);
  if (auto listening = transport.listen({}, out); !listening.ok()) return finish_start(listening);
  routing.join({}, lifetime.guard([this](const sdk::Status& status) {
    if (!status.ok()) say("net.status", status.text);  // routing tells when it is connected
  }));
  finish_start({});
}

void Messaging::Parts::hear_peers() {
  pool.on_online(lifetime.guard([this](const sdk::Id& peer) {
    outbox.peer_online(peer);
    inbox.peer_online(peer);
    host.publish("peer.online", peer, {});
  }));
  pool.on_offline(lifetime.guard([this](const sdk::Id& peer) {
    outbox.peer_offline(peer);
    host.publish("peer.offline", peer, {});
  }));
  dispatcher.on_receipt([this](const sdk::Id& from, const Receipt& receipt) { outbox.receive(from, receipt); });
  outbox.on_absent([this](const sdk::Id& peer) { sea.peer_absent(peer); });
  inbox.listen(dispatcher);
  host.subscribe("net.", lifetime.guard([this](sdk::str, const sdk::Id&, sdk::bytes) { outbox.hurry(); }));
}

Messaging::Messaging(sdk::Host& host, Serial& store_thread, MessagingOptions options) {
  const bool complete =
      host.get<sdk::Crypto>() && host.get<sdk::Transport>() && host.get<sdk::Routing>() && host.get<sdk::Store>();
  if (!complete) return;
  parts_ = std::make_unique<Parts>(host, store_thread, std::move(options));
  parts_->hear_peers();
}

Messaging::~Messaging() = default;

void Messaging::start(sdk::StatusFn&& done) {
  if (!parts_)
    return done(
        {sdk::Errc::not_found, "a node needs plugins for transport, routing, crypto and store: add the missing one"});
  parts_->started = std::move(done);
  parts_->open_store();
}

void Messaging::stop(sdk::Fn<void()>&& done) {
  if (!parts_) return done();
  parts_->outbox.stop();
  parts_->network.stop();
  parts_->identity.stop();
  auto close = [parts = parts_.get(), done = std::make_shared<sdk::Fn<void()>>(std::move(done))] {
    parts->store.close(std::move(*done));
  };
  parts_->pool.stop(parts_->lifetime.guard(std::move(close)));
}

void* Messaging::query(std::string_view iid, std::string_view plugin_id) {
  if (!parts_) return nullptr;
  if (iid == sdk::Identity::iid) return static_cast<sdk::Identity*>(&parts_->identity);
  if (iid == sdk::Network::iid) return static_cast<sdk::Network*>(&parts_->network);
  if (iid == sdk::Chat::iid) return static_cast<sdk::Chat*>(&parts_->chat);
  if (iid == sdk::Tables::iid) return parts_->tables_of(plugin_id);
  return nullptr;
}

}  // namespace p2pchat::messaging
