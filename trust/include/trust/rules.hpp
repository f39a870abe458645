// SPDX-License-Identifier: MIT
#pragma once
#include "trust/image.hpp"
#include "trust/lock.hpp"

#include <map>

namespace p2pchat::trust {

/// Which files may run that nobody has signed or pinned.
enum class Policy {
  pinned,  ///< our own, by the folder they are in
  path,    ///< all in folders and files that nobody else can change
  any      ///< all
};

/// The policy of that name; nothing for another word.
std::optional<Policy> policy_from(std::string_view word);

/// What the person said about whom to trust.
struct Rules {
  Policy policy = Policy::pinned;
  std::vector<std::filesystem::path> own_folders;  ///< where the program and its plugins are installed or built
  Lock lock;
  std::vector<std::string> keys;                              ///< of those whose signature is enough; see `is_key`
  enum class Start { usual, safe } start = Start::usual;      ///< safe: without anybody else's plugins
  std::map<std::string, std::string, std::less<>> suspended;  ///< by id: the sentence why it does not run
};

/// Whether a file is one of those that come with the program: by its id, and by where it lies. Thread: any.
bool comes_with_program(const Rules& rules, const std::filesystem::path& file, std::string_view id);

/// Why a file may run.
enum class Ground { none, own, path, any, pin, signature };
/// A word for a program that reads the list.
const char* word(Ground ground);

/// What came of the rules for one file.
struct Ruling {
  Ground ground = Ground::none;
  std::string refusal;                 ///< one sentence when it may not run: why, and what to do
  std::shared_ptr<const Image> image;  ///< what was verified, which is to be loaded; null when the file itself may be
};

/// Rules on a file which its manifest gives this id. Reads the file whole where its octets count. In this order: a
/// safe start, signature, pin (one that differs refuses, in whatever folder), path. Thread: any.
Ruling rule(const Rules& rules, const std::filesystem::path& file, const std::string& id);

}  // namespace p2pchat::trust
