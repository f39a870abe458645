// SPDX-License-Identifier: MIT
#include "view/chat_invitation.hpp"

#include "model/words.hpp"

#include <wire/hex.hpp>

namespace p2pchat::wx_gui {

void ChatInvitation::send(const sdk::Id& who, const std::string& greeting) {
  if (desk_.feed.book().find(who)) return begun_(who);
  desk_.calls().add(wire::to_hex(who), {}, greeting,
                    lifetime_.hold([this](const sdk::Status& status, const sdk::Id& asked) {
                      status.ok() ? begun_(asked) : refused_(error_words(status, *desk_.language));
                    }));
}

}  // namespace p2pchat::wx_gui
