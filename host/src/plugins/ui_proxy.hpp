// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

#include <p2pchat/ui.hpp>

namespace p2pchat::host {

/// `Ui` of one plugin as the host sees it.
class UiProxy final : public ProxyOf<sdk::Ui, Tag::main> {
 public:
  using ProxyOf::ProxyOf;
  std::int32_t run(std::int32_t argc, const char* const* argv) override {
    std::int32_t code = 1;
    (void)crossing_.callee->call("Ui::run", Tag::main, [&] { code = target_.run(argc, argv); });
    return code;
  }
  void quit() noexcept override {
    crossing_.callee->last_call("Ui::quit", [&] { target_.quit(); });
  }
};

}  // namespace p2pchat::host
