// SPDX-License-Identifier: MIT
#pragma once
#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"
#include "support/real_host.hpp"
#include "unit/wx-gui/fake_network.hpp"
#include "unit/wx-gui/kept_tables.hpp"
#include "view/desktop_app.hpp"

#include <functional>
#include <string>

namespace p2pchat::wx_gui {

/// The whole application over a fake chat, on a real display.
class Stage {
 public:
  Stage();
  ~Stage();
  /// Runs the application; `script` runs on its thread once the window is there, and the window closes after it.
  std::int32_t play(std::function<void()> script);
  /// Lets the application work until the condition holds; a failure of the test after a minute.
  void until(const std::function<bool()>& condition, const std::string& what);
  /// Lets it work off what is there.
  void settle();
  /// Presses the control of that name, which must be on show.
  void press(const std::string& name);
  /// Opens the conversation and waits for its messages.
  void open(const sdk::Id& who, std::size_t messages);
  /// Answers `node.describe` and changes of plugins with a description; `problem` is why a change is not made.
  void describe_node(const std::string& keeps, const std::string& problem = {});
  /// The plugins that were to be enabled or disabled: `node.enable lan`. Thread: the loop's.
  std::vector<std::string> wishes;
  /// Writes a picture of the window into the folder `P2PCHAT_SCREENSHOTS`, when that is set.
  void take_picture(const std::string& name);
  /// The texts of a conversation, oldest first.
  std::vector<std::string> texts(const sdk::Id& peer);

  DesktopApp& app() { return *static_cast<DesktopApp*>(wxTheApp); }
  MainFrame& frame() { return *app().frame(); }
  ConversationPanel& conversation() { return frame().chats().conversation(); }
  ConversationCanvas& canvas() { return conversation().canvas(); }

  test::RealLoop loop;
  test::RealHost host{loop};
  test::FakeChat chat{host, "alice"};
  test::FakeBottle sea{host, test::FakeChat::id(0xAA)};
  test::KeptTables tables{host};
  test::FakeNetwork nodes{host};
  const sdk::Id bob = test::FakeChat::id(0xB0), ming = test::FakeChat::id(0x5F);

 private:
  void run(const std::function<void()>& script);
  std::shared_ptr<Mailbox> mailbox_ = std::make_shared<Mailbox>();
  std::unique_ptr<Feed> feed_;
};

}  // namespace p2pchat::wx_gui
