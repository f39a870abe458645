// SPDX-License-Identifier: MIT
#pragma once
#include "model/notices.hpp"
#include "view/desk.hpp"
#include "view/toolkit.hpp"

#include <wx/notifmsg.h>

namespace p2pchat::wx_gui {

/// Tells through the desktop what came while the person looked elsewhere. Without a service for notifications it does
/// nothing: the title and the rail say the same.
class Notifier {
 public:
  /// `looks_at` says whether the person has that conversation before them; `open` shows it.
  Notifier(const Desk& desk, std::function<bool(const sdk::Id&)> looks_at, std::function<void(const sdk::Id&)> open);
  void take(const Event& event);
  /// What was told last; for tests, where there is no service.
  const std::optional<NoticeText>& told() const { return told_; }

 private:
  void gather(Arrival arrival);
  void tell();
  const Desk& desk_;
  std::function<bool(const sdk::Id&)> looks_at_;
  std::function<void(const sdk::Id&)> open_;
  std::vector<Arrival> arrivals_;
  std::optional<NoticeText> told_;
  wxTimer moment_;
  std::unique_ptr<wxNotificationMessage> shown_;
};

}  // namespace p2pchat::wx_gui
