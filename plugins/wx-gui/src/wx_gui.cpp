// SPDX-License-Identifier: MIT
#include "wx_gui.hpp"

#include "view/desktop_app.hpp"
#include "view/pinning.hpp"

#include <cstdio>

namespace p2pchat::wx_gui {

WxGui::WxGui(sdk::Host& its_host) : PluginOf(its_host), mailbox_(std::make_shared<Mailbox>()) {}

sdk::Status WxGui::start() {
  if (!host.get<sdk::Chat>()) return {sdk::Errc::not_found, "wx-gui: this host has no Chat"};
  feed_ = std::make_unique<Feed>(host, mailbox_);
  feed_->listen();
  return {};
}

void WxGui::stop() noexcept {
  mailbox_->ask_to_quit();
  mailbox_->close();
}

std::int32_t WxGui::run(std::int32_t argc, const char* const* argv) {
  if (argc > 1) {
    std::fprintf(stderr, "wx-gui does not know '%.40s': it takes no arguments\n", argv[1]);
    return 2;
  }
  if (mailbox_->quitting()) return 0;
  pin_toolkit();
  const auto code = run_desktop(host, *feed_, mailbox_);
  mailbox_->close();
  return code;
}

void WxGui::quit() noexcept { mailbox_->ask_to_quit(); }

}  // namespace p2pchat::wx_gui
