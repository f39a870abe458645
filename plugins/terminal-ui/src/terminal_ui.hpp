// SPDX-License-Identifier: MIT
#pragma once
#include "shell/feed.hpp"
#include "shell/mailbox.hpp"
#include "shell/options.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/ui.hpp>

#include <memory>

namespace p2pchat::terminal_ui {

/// The terminal: a full screen, or line mode in a pipe and with `--line`.
///
/// Everything but `Mailbox` belongs to the thread that calls `run`; the host's callbacks only post to the mailbox.
class TerminalUi final : public sdk::PluginOf<TerminalUi, sdk::Ui> {
 public:
  explicit TerminalUi(sdk::Host& its_host);
  sdk::Status start() override;
  void stop() noexcept override;
  /// Exit codes: 0 quit, 1 nobody reads the output any more, 2 arguments that are not understood.
  std::int32_t run(std::int32_t argc, const char* const* argv) override;
  void quit() noexcept override;

 private:
  std::int32_t run_face(const Options& options);
  std::shared_ptr<Mailbox> mailbox_;
  std::unique_ptr<Feed> feed_;
};

}  // namespace p2pchat::terminal_ui
