// SPDX-License-Identifier: MIT
#pragma once
#include "backup/key_file.hpp"

#include <optional>
#include <string_view>

namespace p2pchat::backup {

/// What a person wants of their key, asked by a user interface through the events `secret.save-key` and
/// `secret.restore-key`.
struct KeyWish {
  enum class What { save, restore };
  What what = What::save;
  std::filesystem::path file;
  std::string passphrase;
};

/// The wish of an event: its topic, and JSON with `file`, an absolute path, and `passphrase`. Nothing for any other.
std::optional<KeyWish> read_wish(std::string_view topic, std::string_view detail);

/// `save_copy` or `take_in`. Slow: offload.
sdk::Status fulfil(sdk::Crypto& crypto, const OwnKey& mine, const KeyWish& wish);

}  // namespace p2pchat::backup
