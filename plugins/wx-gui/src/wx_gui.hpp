// SPDX-License-Identifier: MIT
#pragma once
#include "shell/feed.hpp"
#include "shell/mailbox.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/ui.hpp>

#include <memory>

namespace p2pchat::wx_gui {

/// The desktop app.
///
/// Everything but `Mailbox` belongs to the thread that calls `run`; the host's callbacks only post to the mailbox.
class WxGui final : public sdk::PluginOf<WxGui, sdk::Ui> {
 public:
  explicit WxGui(sdk::Host& its_host);
  sdk::Status start() override;
  void stop() noexcept override;
  /// Exit codes: 0 quit, 1 there is no display, 2 arguments that are not understood.
  std::int32_t run(std::int32_t argc, const char* const* argv) override;
  void quit() noexcept override;

 private:
  std::shared_ptr<Mailbox> mailbox_;
  std::unique_ptr<Feed> feed_;
};

}  // namespace p2pchat::wx_gui
