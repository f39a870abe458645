// SPDX-License-Identifier: MIT
#include "view/log_sheet.hpp"

#include "model/node_description.hpp"
#include "shell/file_tail.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t most_lines = 200;

}  // namespace

LogSheet::LogSheet(wxWindow* parent, const Desk& desk, const std::string& file, const std::string& plugin)
    : Sheet(parent, desk, fill(desk.say("Log of {plugin}"), {{"plugin", plugin}})) {
  const auto lines = lines_of(file_tail(file), plugin, most_lines);
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  if (lines.empty())
    add_words(desk.say("It has written nothing lately."));
  else
    add_listing(text);
  add_words(fill(desk.say("The whole log: {file}"), {{"file", file}}));
  add_button(
      desk.say("Close"), [this] { EndModal(wxID_OK); }, TextButton::Kind::main);
  finish();
}

}  // namespace p2pchat::wx_gui
