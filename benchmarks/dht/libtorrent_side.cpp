// SPDX-License-Identifier: MIT
#include "swarm.hpp"

#include <libtorrent/alert_types.hpp>
#include <libtorrent/hasher.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/session_stats.hpp>

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace dht_benchmark {
namespace {

namespace lt = libtorrent;

/// One session with its DHT, and who waits for it.
struct Session {
  std::unique_ptr<lt::session> session;
  std::mutex mutex;
  std::map<lt::sha1_hash, std::vector<Done>> gets, puts;
  std::atomic<std::size_t> contacts = 0;
};

void tell(Session& session, std::map<lt::sha1_hash, std::vector<Done>> Session::*waiting, const lt::sha1_hash& key,
          bool ok) {
  std::vector<Done> dones;
  {
    const std::lock_guard lock(session.mutex);
    const auto found = (session.*waiting).find(key);
    if (found == (session.*waiting).end()) return;
    dones = std::move(found->second);
    (session.*waiting).erase(found);
  }
  for (const auto& done : dones) done(ok);
}

void take(Session& session, lt::alert* alert) {
  if (const auto* item = lt::alert_cast<lt::dht_immutable_item_alert>(alert))
    tell(session, &Session::gets, item->target, item->item.type() != lt::entry::undefined_t);
  if (const auto* put = lt::alert_cast<lt::dht_put_alert>(alert))
    tell(session, &Session::puts, put->target, put->num_success > 0);
  const auto* stats = lt::alert_cast<lt::dht_stats_alert>(alert);
  if (!stats) return;
  std::size_t contacts = 0;
  for (const auto& bucket : stats->routing_table) contacts += static_cast<std::size_t>(bucket.num_nodes);
  session.contacts = contacts;
}

/// Every session whole, as it comes, without torrents; its limits on answers are off, since all share one machine.
lt::settings_pack settings_of(std::size_t node) {
  lt::settings_pack settings;
  settings.set_str(lt::settings_pack::listen_interfaces, address_of(node) + ":" + std::to_string(port));
  settings.set_str(lt::settings_pack::dht_bootstrap_nodes, "");
  settings.set_int(lt::settings_pack::alert_mask, lt::alert_category::dht | lt::alert_category::dht_operation);
  for (const auto off :
       {lt::settings_pack::enable_upnp, lt::settings_pack::enable_natpmp, lt::settings_pack::enable_lsd,
        lt::settings_pack::enable_outgoing_utp, lt::settings_pack::enable_incoming_utp})
    settings.set_bool(off, false);
  settings.set_bool(lt::settings_pack::enable_dht, true);
  settings.set_int(lt::settings_pack::dht_upload_rate_limit, 100'000'000);
  settings.set_int(lt::settings_pack::dht_block_ratelimit, 100'000);
  return settings;
}

/// Sessions that have alerts, which nobody may take inside the session's own call.
class News {
 public:
  void of(Session& session) {
    const std::lock_guard lock(mutex_);
    waiting_.insert(&session);
    wake_.notify_one();
  }
  std::set<Session*> wait() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return !waiting_.empty(); });
    return std::exchange(waiting_, {});
  }

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  std::set<Session*> waiting_;
};

class LibTorrent final : public Swarm {
 public:
  void prepare(std::size_t nodes) override {
    for (std::size_t i = 0; i < nodes; ++i) sessions_.push_back(std::make_unique<Session>());
  }

  void start(std::size_t node, std::size_t bootstrap) override {
    auto& session = *sessions_[node];
    session.session = std::make_unique<lt::session>(lt::session_params(settings_of(node), {}));
    session.session->set_alert_notify([this, &session] { news_.of(session); });
    if (bootstrap != node) session.session->add_dht_node({address_of(bootstrap), port});
  }

  /// As it was the last time; asks anew.
  std::size_t contacts(std::size_t node) override {
    sessions_[node]->session->post_dht_stats();
    return sessions_[node]->contacts;
  }

  void look_up(std::size_t node, const Key& key, Done done) override {
    fetch(*sessions_[node], lt::sha1_hash(reinterpret_cast<const char*>(key.data())), [done](bool) { done(true); });
  }

  void put(std::size_t node, std::uint32_t number, Done done) override {
    auto& session = *sessions_[node];
    const std::lock_guard lock(session.mutex);
    session.puts[session.session->dht_put_item(lt::entry(value_of(number)))].push_back(std::move(done));
  }

  /// It ends with the first value.
  void get(std::size_t node, std::uint32_t number, Done found, Done ended) override {
    const auto text = value_of(number);
    const auto coded = std::to_string(text.size()) + ":" + text;  // as BEP 44 hashes it
    fetch(*sessions_[node], lt::hasher(coded).final(), [found, ended](bool ok) {
      if (ok) found(true);
      ended(ok);
    });
  }

 private:
  static void fetch(Session& session, const lt::sha1_hash& key, Done done) {
    const std::lock_guard lock(session.mutex);
    session.gets[key].push_back(std::move(done));
    session.session->dht_get_item(key);
  }
  /// Runs as long as the process.
  void hear() {
    for (;;)
      for (auto* session : news_.wait()) {
        std::vector<lt::alert*> alerts;
        session->session->pop_alerts(&alerts);
        for (auto* alert : alerts) take(*session, alert);
      }
  }
  std::vector<std::unique_ptr<Session>> sessions_;
  News news_;
  std::thread listener_{[this] { hear(); }};
};

}  // namespace
}  // namespace dht_benchmark

int main() {
  return dht_benchmark::serve([] { return new dht_benchmark::LibTorrent; });
}
