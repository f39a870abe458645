// SPDX-License-Identifier: MIT
#pragma once
#include "trust/rules.hpp"

#include <mutex>

namespace p2pchat::trust {

/// The ruling on one file, made when it is first asked for and the same ever after: whoever loads the file, and however
/// often, loads the same octets. Thread: any.
class Pass {
 public:
  Pass(std::shared_ptr<const Rules> rules, std::filesystem::path file)
      : rules_(std::move(rules)), file_(std::move(file)) {}
  const Ruling& ruling(const std::string& id);
  /// Why this plugin is suspended, or nothing.
  std::string suspension(const std::string& id) const;
  /// What the loader of this process is to load, once the ruling is made: the file, or the image of it.
  std::filesystem::path name_here();
  /// What a child of this process is to load.
  std::filesystem::path name_for_children();

 private:
  const std::shared_ptr<const Rules> rules_;
  const std::filesystem::path file_;
  std::once_flag once_;
  Ruling ruling_;
};

}  // namespace p2pchat::trust
