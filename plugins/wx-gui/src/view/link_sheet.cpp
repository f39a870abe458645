// SPDX-License-Identifier: MIT
#include "view/link_sheet.hpp"

#include "presented.hpp"
#include "text/links.hpp"
#include "view/clipboard.hpp"
#include "view/text.hpp"

#include <wx/utils.h>

namespace p2pchat::wx_gui {

LinkSheet::LinkSheet(wxWindow* parent, Desk& desk, const std::string& link)
    : Sheet(parent, desk, desk.say("Open this link?")) {
  const auto target = target_of(link);
  if (!target) {
    add_words(desk.say("Nothing on the internet can have this address."));
  } else {
    add_heading(target->host);
    if (target->other_script)
      add_words(desk.say("The name is written in letters that may look like others. Above it stands in plain ones."));
    if (target->name_before) add_words(desk.say("What stands before the @ is no part of the address."));
    if (!target->encrypted) add_words(desk.say("The connection is not encrypted: others can read along."));
    add_words(desk.say("Your browser will open it. The site sees your address on the internet."));
    add_quote(target->url);
  }
  add_button(
      desk.say("Cancel"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  if (target) {
    add_button(
        desk.say("Copy link"),
        [this, url = target->url] {
          copy_to_clipboard(url);
          EndModal(wxID_CANCEL);
        },
        TextButton::Kind::quiet);
    add_button(
        desk.say("Open"),
        [this, url = target->url] {
          wxLaunchDefaultBrowser(shown(url));
          EndModal(wxID_OK);
        },
        TextButton::Kind::main);
  }
  finish();
}

}  // namespace p2pchat::wx_gui
