// SPDX-License-Identifier: MIT
#include "flow/handover.hpp"

namespace p2pchat::bottle {

void Handover::send(const Id& to, std::string_view type, const Id& bottle, std::string_view body, DoneFn done) {
  const Key key{to, std::string(type), bottle};
  auto& waiting = waiting_[key];
  waiting.done.push_back(std::move(done));
  if (waiting.done.size() > 1) return;
  waiting.timer = around_.host.after(patience_ms, [this, key] {
    finish(key, {sdk::Errc::timed_out, "no word of what became of it"}, {});
  });
  around_.network.send(to, type, body, [this, key](const sdk::Status& status) {
    if (!status.ok()) finish(key, status, {});
  });
}

void Handover::on_handled(const Id& from, std::string_view type, const Id& bottle, std::string_view verdict) {
  finish({from, std::string(type), bottle}, {}, verdict);
}

void Handover::finish(const Key& key, const sdk::Status& status, std::string_view verdict) {
  const auto found = waiting_.extract(key);
  if (!found) return;
  around_.host.cancel(found.mapped().timer);
  for (const auto& done : found.mapped().done) done(status, verdict);
}

}  // namespace p2pchat::bottle
