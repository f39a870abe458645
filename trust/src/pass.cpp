// SPDX-License-Identifier: MIT
#include "trust/pass.hpp"

namespace p2pchat::trust {

const Ruling& Pass::ruling(const std::string& id) {
  std::call_once(once_, [&] { ruling_ = rule(*rules_, file_, id); });
  return ruling_;
}

std::string Pass::suspension(const std::string& id) const {
  const auto found = rules_->suspended.find(id);
  return found == rules_->suspended.end() ? std::string() : found->second;
}

std::filesystem::path Pass::name_here() { return ruling_.image ? ruling_.image->name_here() : file_; }

std::filesystem::path Pass::name_for_children() { return ruling_.image ? ruling_.image->name_for_children() : file_; }

}  // namespace p2pchat::trust
