// SPDX-License-Identifier: MIT
#include "backup/key_file.hpp"

#include "messaging/private_file.hpp"

#include <wire/hex.hpp>

#include <fstream>
#include <vector>

namespace p2pchat::backup {
namespace {

using sdk::Errc;
using sdk::Status;
using Content = std::vector<std::uint8_t>;

constexpr std::size_t longest_copy = 64 * 1024;

void erase(Content& secret) {
  for (volatile auto& octet : secret) octet = 0;
}

// What is wrong comes first: a Status has room for 123 octets.
Status about(const Status& status, const std::filesystem::path& file) {
  return {status.code, std::string(status.text) + ": " + file.string()};
}

Key key_from(sdk::Crypto& crypto, Content& content, const std::string& passphrase, Status& why) {
  Key key(crypto.read(content, passphrase, why));
  Status plain;
  if (!key && !passphrase.empty()) key.reset(crypto.read(content, {}, plain));  // it may not be encrypted
  erase(content);
  if (key) why = {};
  return key;
}

// A file anybody may read; a pipe or a device would have us wait.
Status read_copy(const std::filesystem::path& file, Content& content) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return {Errc::not_found, "no such file: " + file.string()};
  if (!std::filesystem::is_regular_file(file, error)) return {Errc::refused, "not a file: " + file.string()};
  std::ifstream in(file, std::ios::binary);
  if (!in) return {Errc::io, "cannot be read: " + file.string()};
  content.resize(longest_copy + 1);
  in.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(content.size()));
  if (in.bad()) return {Errc::io, "cannot be read: " + file.string()};
  content.resize(static_cast<std::size_t>(in.gcount()));
  return content.size() > longest_copy ? Status(Errc::too_large, "no key, it is too large: " + file.string())
                                       : Status();
}

std::filesystem::path beside(const std::filesystem::path& file, const sdk::Id& id) {
  return file.parent_path() / ("identity-" + wire::short_hex(id) + ".p8");
}

// The old key keeps a name of its own before the new one takes its place: `rename` replaces in one step.
Status change_places(const std::filesystem::path& mine, const std::filesystem::path& old,
                     const std::filesystem::path& fresh) {
  std::error_code error;
  std::filesystem::create_hard_link(mine, old, error);
  if (error && error != std::errc::file_exists) return {Errc::io, "cannot keep the former key: " + error.message()};
  std::filesystem::rename(fresh, mine, error);
  return error ? Status(Errc::io, "cannot put the key in its place: " + error.message()) : Status();
}

}  // namespace

Key read_key(sdk::Crypto& crypto, const std::filesystem::path& file, const std::string& passphrase, Status& why) {
  Content content;
  why = messaging::read_private_file(file, content);
  if (!why.ok()) return nullptr;
  auto key = key_from(crypto, content, passphrase, why);
  if (!key) why = about(why, file);
  return key;
}

Status write_key(const sdk::SecretKey& key, const std::filesystem::path& file, const std::string& passphrase) {
  Content content;
  sdk::OutTo out(content);
  auto status = key.write(passphrase, out);
  if (status.ok()) status = messaging::write_private_file(file, content);
  erase(content);
  return status;
}

Status id_of(sdk::Crypto& crypto, const sdk::SecretKey& key, sdk::Id& id) {
  Content public_key;
  sdk::OutTo out(public_key);
  const auto status = key.public_key(out);
  return status.ok() ? crypto.identify(public_key, id) : status;
}

Status save_copy(sdk::Crypto& crypto, const OwnKey& mine, const std::filesystem::path& file,
                 const std::string& passphrase) {
  if (passphrase.empty()) return {Errc::invalid, "a copy needs a passphrase"};
  Status status;
  const auto key = read_key(crypto, mine.file, mine.passphrase, status);
  if (key) status = write_key(*key, file, passphrase);
  if (status.ok()) (void)read_key(crypto, file, passphrase, status);
  return status;
}

Status take_in(sdk::Crypto& crypto, const OwnKey& mine, const std::filesystem::path& copy,
               const std::string& passphrase) {
  Content content;
  auto status = read_copy(copy, content);
  if (!status.ok()) return status;
  const auto theirs = key_from(crypto, content, passphrase, status);
  if (!theirs) return about(status, copy);
  const auto own = read_key(crypto, mine.file, mine.passphrase, status);
  if (!own) return status;
  sdk::Id old_id, new_id;
  if (status = id_of(crypto, *own, old_id); status.ok()) status = id_of(crypto, *theirs, new_id);
  if (!status.ok() || old_id == new_id) return status;
  auto fresh = mine.file;
  fresh += ".new";
  std::error_code gone;
  std::filesystem::remove(fresh, gone);  // left by a crash, which left the copy too
  status = write_key(*theirs, fresh, mine.passphrase);
  return status.ok() ? change_places(mine.file, beside(mine.file, old_id), fresh) : status;
}

}  // namespace p2pchat::backup
