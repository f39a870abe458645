// SPDX-License-Identifier: MIT
#pragma once

namespace p2pchat::wx_gui {

/// The parts of the settings.
enum class Section { appearance, language, notifications, identity, chats, network, beach, storage, shortcuts, about };

}  // namespace p2pchat::wx_gui
