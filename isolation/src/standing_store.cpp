// SPDX-License-Identifier: MIT
#include "standing_store.hpp"

namespace p2pchat::isolation {

sdk::Status StandingStore::carry(Method<&S::open>, sdk::str directory, sdk::Out& notice) const {
  worker_ = place_.reach(S::iid).worker;
  group_ = Group::none;
  auto status = Standing::carry(method<&S::open>, directory, notice);
  if (status.ok()) directory_ = std::string(directory);
  return status;
}

void StandingStore::carry(Method<&S::close>) const {
  directory_.clear();
  Standing::carry(method<&S::close>);
}

sdk::Status StandingStore::carry(Method<&S::begin>) const {
  group_ = Group::none;
  if (auto status = renewed(); !status.ok()) return status;
  auto status = Standing::carry(method<&S::begin>);
  if (status.ok()) group_ = Group::open;
  return status;
}

sdk::Status StandingStore::carry(Method<&S::commit>) const {
  auto status = renewed();
  group_ = Group::none;
  return status.ok() ? Standing::carry(method<&S::commit>) : status;
}

void StandingStore::carry(Method<&S::rollback>) const {
  const auto status = renewed();
  group_ = Group::none;
  if (status.ok()) Standing::carry(method<&S::rollback>);
}

// Whether the worker of the moment has the store open, and all that was written since `begin`.
sdk::Status StandingStore::renewed() const {
  const auto now = place_.reach(S::iid);
  if (now.worker != worker_ || !now.caller) {
    if (group_ == Group::open) group_ = Group::lost;
    if (!now.caller) return absent();
    if (auto status = opened(); !status.ok()) return status;
    worker_ = now.worker;
  }
  if (group_ == Group::lost) return {sdk::Errc::cancelled, "the process of the store ended before the group was saved"};
  return {};
}

sdk::Status StandingStore::opened() const {
  if (directory_.empty()) return {};
  std::string notice;
  sdk::OutTo out(notice);
  const auto status = Standing::carry(method<&S::open>, sdk::str(directory_), out);
  if (!notice.empty()) place_.host().publish("notice", {}, sdk::bytes::of(notice));
  return status;
}

}  // namespace p2pchat::isolation
