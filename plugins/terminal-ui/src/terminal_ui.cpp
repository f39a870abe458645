// SPDX-License-Identifier: MIT
#include "terminal_ui.hpp"

#include "line/line_mode.hpp"
#include "shell/options.hpp"

#include <unistd.h>

#include <cstdio>

namespace p2pchat::terminal_ui {

TerminalUi::TerminalUi(sdk::Host& its_host) : PluginOf(its_host), mailbox_(std::make_shared<Mailbox>()) {}

sdk::Status TerminalUi::start() {
  if (!host.get<sdk::Chat>()) return {sdk::Errc::not_found, "terminal-ui: this host has no Chat"};
  feed_ = std::make_unique<Feed>(host, mailbox_);
  feed_->listen();
  return {};
}

void TerminalUi::stop() noexcept {
  mailbox_->ask_to_quit();
  mailbox_->close();
}

std::int32_t TerminalUi::run(std::int32_t argc, const char* const* argv) {
  const auto options = read_options(argc, argv);
  if (const auto* why = std::get_if<sdk::Status>(&options)) {
    std::fprintf(stderr, "%s\n", why->text);
    return 2;
  }
  const auto code = run_line_mode(std::get<Options>(options), *feed_, *mailbox_, STDIN_FILENO, STDOUT_FILENO);
  mailbox_->close();
  return code;
}

void TerminalUi::quit() noexcept { mailbox_->ask_to_quit(); }

}  // namespace p2pchat::terminal_ui
