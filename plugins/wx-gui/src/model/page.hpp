// SPDX-License-Identifier: MIT
#pragma once

namespace p2pchat::wx_gui {

/// The pages of the window.
enum class Page { chats, beach, network, plugins, settings };

}  // namespace p2pchat::wx_gui
