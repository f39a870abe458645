// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace p2pchat::backup {

struct DestroyKey {
  void operator()(sdk::SecretKey* key) const { key->destroy(); }
};
using Key = std::unique_ptr<sdk::SecretKey, DestroyKey>;

/// Reads a key: under the passphrase, or as it is when the file is not encrypted. Null and `why`, which names the file:
/// those of `messaging::read_private_file` and `Crypto::read`. Slow: offload.
Key read_key(sdk::Crypto& crypto, const std::filesystem::path& file, const std::string& passphrase, sdk::Status& why);

/// Writes a key as a new file that only I may read, encrypted unless the passphrase is empty. Never writes over
/// anything. Slow: offload.
sdk::Status write_key(const sdk::SecretKey& key, const std::filesystem::path& file, const std::string& passphrase);

/// Whose key it is.
sdk::Status id_of(sdk::Crypto& crypto, const sdk::SecretKey& key, sdk::Id& id);

/// My key in its file, and the passphrase it lies under; empty when it lies open.
struct OwnKey {
  std::filesystem::path file;
  std::string passphrase;
};

/// Copies my key to a new file under a passphrase, and reads the copy again: what `ok` is said of can be taken in.
/// Errors: `invalid` without a passphrase, and those of `read_key` and `write_key`. Slow: offload.
sdk::Status save_copy(sdk::Crypto& crypto, const OwnKey& mine, const std::filesystem::path& file,
                      const std::string& passphrase);

/// Puts the key of a copy in the place of mine, which is kept beside it as `identity-ID.p8`; at every moment one of the
/// two is there whole. The copy may be readable by others, as on a stick. Errors: `refused` passphrase, `malformed`,
/// `io`; then nothing has changed. Slow: offload.
sdk::Status take_in(sdk::Crypto& crypto, const OwnKey& mine, const std::filesystem::path& copy,
                    const std::string& passphrase);

}  // namespace p2pchat::backup
