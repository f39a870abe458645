// SPDX-License-Identifier: MIT
#include "terminal_ui.hpp"

#include "line/line_mode.hpp"
#include "screen/screen_mode.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace p2pchat::terminal_ui {
namespace {

bool has_screen() {
  const char* kind = std::getenv("TERM");
  return ::isatty(STDIN_FILENO) && ::isatty(STDOUT_FILENO) && kind && *kind && std::string_view(kind) != "dumb";
}

}  // namespace

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
  const auto code = run_face(std::get<Options>(options));
  mailbox_->close();
  return code;
}

std::int32_t TerminalUi::run_face(const Options& options) {
  if (!options.line && has_screen())
    if (const auto code = run_screen_mode(*feed_, *mailbox_)) return *code;
  return run_line_mode(options, *feed_, *mailbox_, STDIN_FILENO, STDOUT_FILENO);
}

void TerminalUi::quit() noexcept { mailbox_->ask_to_quit(); }

}  // namespace p2pchat::terminal_ui
