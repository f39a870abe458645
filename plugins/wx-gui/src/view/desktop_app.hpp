// SPDX-License-Identifier: MIT
#pragma once
#include "shell/mailbox.hpp"
#include "view/main_frame.hpp"
#include "view/sizes.hpp"

#include <p2pchat/host.hpp>

namespace p2pchat::wx_gui {

/// The application of wx: opens the window once it knows how the window was left, passes on what happens, leaves when
/// it is asked to.
class DesktopApp final : public wxApp {
 public:
  DesktopApp(sdk::Host& host, Feed& feed, std::shared_ptr<Mailbox> mailbox);
  bool OnInit() override;
  int OnExit() override;
  void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                       const wxChar* message) override;
  /// The window, once it is there. Thread: the UI's.
  MainFrame* frame() const { return frame_; }
  Desk& desk() { return desk_; }

 private:
  std::string setting(const char* key);
  void look_into_mailbox();
  /// Does it once no sheet is open: that lives on the stack of whoever shows it, and would be freed with its frame.
  void once_alone(std::function<void()> act);
  void leave();
  void fetch_state();
  /// `remembered` is nothing when nobody has been here before.
  void open(const std::optional<std::string>& remembered);
  /// Opens the window with what the configuration says, while the store takes its time.
  void open_meanwhile();
  std::string configured();
  void make_frame(Page page);
  void restyle();
  void remember();
  void take(const Event& event);

  sdk::Host& host_;
  std::shared_ptr<Mailbox> mailbox_;
  NoteKeeper notes_;
  Desk desk_;
  std::optional<Sizes> sizes_;
  MainFrame* frame_ = nullptr;
  std::unique_ptr<wxTimer> patience_, sheets_;  // made once wx is there
  std::vector<std::function<void()>> alone_;    // what waits until no sheet is open
  bool closed_ = false;                         // the person has left
};

/// Runs the application until the person leaves; the exit code. Thread: main.
std::int32_t run_desktop(sdk::Host& host, Feed& feed, const std::shared_ptr<Mailbox>& mailbox);

}  // namespace p2pchat::wx_gui
