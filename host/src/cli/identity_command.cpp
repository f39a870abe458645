// SPDX-License-Identifier: MIT
#include "backup/key_file.hpp"
#include "cli/setup.hpp"
#include "logging/rotated_log.hpp"
#include "node/data_directory.hpp"
#include "plugins/plugin_set.hpp"
#include "wire/json_writer.hpp"

#include <p2pchat/crypto.hpp>

#include <wire/hex.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace p2pchat::host {
namespace {

using backup::Key;
using sdk::Status;
using Content = std::vector<std::uint8_t>;

std::filesystem::path identity_file(const Setup& setup) { return setup.data_dir / "identity.p8"; }

std::string passphrase() {
  const char* value = std::getenv("P2PCHAT_PASSPHRASE");
  return value ? value : "";
}

// The first cipher suite of the profile, alone, on a loop of its own: nothing else starts.
int with_crypto(const Setup& setup, const std::function<int(sdk::Crypto&)>& f) {
  RotatedLog log({}, sdk::Level::warn, Stderr::all);
  auto suites = setup.config.plugins;
  std::erase_if(suites, [&](const std::string& id) {
    const auto* found = find(setup.candidates, id);
    return !found || !found->good() || !found->provides(sdk::Crypto::iid);
  });
  Threads threads;
  EventLoop loop(threads);
  Workers workers;
  EventBus bus(loop);
  PluginSet plugins(setup.candidates, suites, setup.config.tables);
  const Services services{threads, loop, workers, bus, log, plugins};
  Facade asker(services, "identity", {});
  int code = exit_failed;
  loop.post([&] {
    plugins.load(services);
    plugins.start();
    if (auto* crypto = asker.get<sdk::Crypto>())
      code = f(*crypto);
    else
      fail("profile " + setup.config.profile + " has no cipher suite that runs: see p2pchat plugin list");
    plugins.stop();
    plugins.destroy();
    loop.stop();
  });
  loop.run();
  return code;
}

Key own_key(sdk::Crypto& crypto, const Setup& setup, Status& status) {
  auto key = backup::read_key(crypto, identity_file(setup), passphrase(), status);
  if (status.code == sdk::Errc::not_found)
    status = {sdk::Errc::not_found, "no identity in " + setup.data_dir.string() + ": the first p2pchat run makes one"};
  return key;
}

int print(sdk::Crypto& crypto, const sdk::SecretKey& key, const Setup& setup) {
  Content public_key;
  sdk::OutTo out(public_key);
  sdk::Id id;
  auto status = key.public_key(out);
  if (status.ok()) status = crypto.identify(public_key, id);
  if (!status.ok()) return fail(status);
  std::string text;
  if (setup.arguments.json)
    wire::JsonWriter(text)
        .begin()
        .member("id", wire::to_hex(id))
        .member("suite", std::string_view(crypto.suite()))
        .member("public_key", wire::to_hex(public_key))
        .member("file", identity_file(setup).string())
        .end();
  else
    text = "id      " + wire::to_hex(id) + "\nsuite   " + std::string(crypto.suite()) + "\nkey     " +
           wire::to_hex(public_key) + "\nfile    " + identity_file(setup).string();
  std::cout << text << "\n";
  return exit_ok;
}

}  // namespace

int show_identity(const Setup& setup) {
  return with_crypto(setup, [&](sdk::Crypto& crypto) {
    Status status;
    const auto key = own_key(crypto, setup, status);
    return key ? print(crypto, *key, setup) : fail(status);
  });
}

int export_identity(const Setup& setup) {
  return with_crypto(setup, [&](sdk::Crypto& crypto) {
    Status status;
    const auto key = own_key(crypto, setup, status);
    if (key) status = backup::write_key(*key, setup.arguments.operand, passphrase());
    return status.ok() ? print(crypto, *key, setup) : fail(status);
  });
}

int import_identity(const Setup& setup) {
  InstanceLock lock;
  if (const auto status = lock.take(setup.data_dir); !status.ok()) return fail(status);
  return with_crypto(setup, [&](sdk::Crypto& crypto) {
    Status status;
    const auto key = backup::read_key(crypto, setup.arguments.operand, passphrase(), status);
    if (key) status = backup::write_key(*key, identity_file(setup), passphrase());
    return status.ok() ? print(crypto, *key, setup) : fail(status);
  });
}

}  // namespace p2pchat::host
