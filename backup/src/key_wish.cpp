// SPDX-License-Identifier: MIT
#include "backup/key_wish.hpp"

#include <wire/json.hpp>

namespace p2pchat::backup {

std::optional<KeyWish> read_wish(std::string_view topic, std::string_view detail) {
  KeyWish wish;
  if (topic == "secret.restore-key")
    wish.what = KeyWish::What::restore;
  else if (topic != "secret.save-key")
    return std::nullopt;
  wire::JsonParser parser;
  const auto* asked = parser.parse(detail);
  if (!asked || !asked->only({"file", "passphrase"})) return std::nullopt;
  wish.file = asked->string("file").value_or("");
  wish.passphrase = asked->string("passphrase").value_or("");
  return wish.file.is_absolute() ? std::optional(std::move(wish)) : std::nullopt;
}

sdk::Status fulfil(sdk::Crypto& crypto, const OwnKey& mine, const KeyWish& wish) {
  return wish.what == KeyWish::What::save ? save_copy(crypto, mine, wish.file, wish.passphrase)
                                          : take_in(crypto, mine, wish.file, wish.passphrase);
}

}  // namespace p2pchat::backup
