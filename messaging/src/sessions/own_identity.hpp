// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace p2pchat::messaging {

/// My long-lived key: read from its file, or made and written there while the program is already usable.
///
/// The file is refused when others may read it, when it is a link, or when it does not open; nothing is ever written
/// over it. Thread: [loop]; key work on the workers.
class OwnIdentity final : public sdk::Identity {
 public:
  OwnIdentity(sdk::Host& host, sdk::Crypto& crypto);
  ~OwnIdentity();
  /// Reads `file`, or makes a key and writes it there; an empty path makes one that is never written. `done` when the
  /// key is there. Errors name the file and what to do.
  void start(std::filesystem::path file, std::string passphrase, std::function<void(const sdk::Status&)> done);
  /// Answers everything that waits with `cancelled`.
  void stop();
  /// The key, or null until it is there. Lives as long as this object and the work begun with it.
  sdk::SecretKey* key() const;

  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&& done) noexcept override;
  void sign(sdk::bytes message, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override;
  void open(sdk::bytes aad, sdk::bytes sealed, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) noexcept override;
  void delegate(std::uint64_t expiry_ms,
                sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept override;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::messaging
