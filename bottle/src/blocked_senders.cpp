// SPDX-License-Identifier: MIT
#include "bottle/blocked_senders.hpp"

namespace p2pchat::bottle {

void BlockedSenders::start(sdk::Fn<void()> on_changed) {
  on_changed_ = std::move(on_changed);
  if (!chat_) return;
  host_.subscribe("contact.changed", [this](sdk::str, const Id&, sdk::bytes) { read(); });
  read();
}

void BlockedSenders::read() {
  is_stale_ = is_reading_;
  if (std::exchange(is_reading_, true)) return;
  next_.clear();
  chat_->contacts(
      [this](const sdk::Contact& contact) {
        if (contact.relation == sdk::Relation::blocked) next_.insert(contact.id);
      },
      [this](const sdk::Status& status) {
        is_reading_ = false;
        if (status.ok() && blocked_ != next_) {
          blocked_ = next_;
          on_changed_();
        }
        if (is_stale_) read();
      });
}

}  // namespace p2pchat::bottle
