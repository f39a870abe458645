// SPDX-License-Identifier: MIT
#include "view/desktop_app.hpp"

#include "text/font_families.hpp"
#include "view/catalogue.hpp"
#include "view/text.hpp"

#include <p2pchat/tables.hpp>

#include <wx/init.h>
#include <wx/log.h>

#include <cstdio>
#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

constexpr auto table = "window", key = "state";
constexpr int exit_no_display = 1;
constexpr int patience_ms = 2000;  // then the window opens without what the store keeps of it
constexpr int sheet_ms = 50;       // after which it is looked again whether a sheet is still open

std::string system_language() {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value) return value;
  return {};
}

// The first program of GTK on a display tries which visuals OpenGL can draw on, and so loads all of OpenGL, some 50
// MiB, for good. Nothing here is drawn with it. The word is taken back, for the programs we start.
bool begin_without_opengl(int& argc, char** argv) {
  constexpr auto word = "GDK_GL";
  const bool ours = !std::getenv(word) && ::setenv(word, "disable", 1) == 0;
  const bool began = wxEntryStart(argc, argv);
  if (ours) ::unsetenv(word);
  return began;
}

std::vector<wxDialog*> open_sheets() {
  std::vector<wxDialog*> sheets;
  for (auto* window : wxTopLevelWindows)
    if (auto* sheet = dynamic_cast<wxDialog*>(window)) sheets.push_back(sheet);
  return sheets;
}

}  // namespace

DesktopApp::DesktopApp(sdk::Host& host, Feed& feed, std::shared_ptr<Mailbox> mailbox)
    : host_(host), mailbox_(std::move(mailbox)), notes_(host, mailbox_), desk_(feed, notes_) {}

bool DesktopApp::OnInit() {
  SetAppName("p2pchat");
  SetAppDisplayName("p2pChat");
  delete wxLog::SetActiveTarget(new wxLogStderr);  // no dialogs about what only a programmer understands
  // Nobody but the application waits for either; asking every window of every page after each event is work for
  // nothing.
  wxIdleEvent::SetMode(wxIDLE_PROCESS_SPECIFIED);
  wxUpdateUIEvent::SetMode(wxUPDATE_UI_PROCESS_SPECIFIED);
  sizes_.emplace();
  desk_.remember = [this] { remember(); };
  desk_.state_changed = [this] { CallAfter([this] { once_alone([this] { restyle(); }); }); };
  mailbox_->hang_bell([this] { CallAfter([this] { look_into_mailbox(); }); });
  desk_.feed.open([this](const Event& event) { take(event); }, [] {});
  desk_.feed.describe_node();
  desk_.feed.describe_network();  // what it said before this window was there
  fetch_state();
  sheets_ = std::make_unique<wxTimer>();
  sheets_->Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    for (auto& act : std::exchange(alone_, {})) once_alone(std::move(act));
  });
  patience_ = std::make_unique<wxTimer>();
  patience_->Bind(wxEVT_TIMER, [this](wxTimerEvent&) { open_meanwhile(); });
  patience_->StartOnce(patience_ms);
  return true;
}

int DesktopApp::OnExit() {
  sizes_.reset();
  desk_.letters->forget();
  mailbox_->hang_bell({});
  patience_.reset();
  sheets_.reset();
  return 0;
}

void DesktopApp::OnAssertFailure(const wxChar* file, int line, const wxChar*, const wxChar* condition,
                                 const wxChar* message) {
  const auto words = wxString(file) + ":" + std::to_string(line) + ": " + condition + " " + (message ? message : L"");
  host_.log(sdk::Level::warn, "wx: " + octets_of(words));
}

void DesktopApp::look_into_mailbox() {
  mailbox_->run_all();
  if (!mailbox_->quitting()) return;
  for (auto* sheet : open_sheets())  // one that waits for an answer would keep the program
    if (sheet->IsModal()) sheet->EndModal(wxID_CANCEL);
  closed_ = true;
  once_alone([this] { leave(); });
}

void DesktopApp::once_alone(std::function<void()> act) {
  if (open_sheets().empty()) return act();
  alone_.push_back(std::move(act));
  sheets_->StartOnce(sheet_ms);
}

void DesktopApp::leave() {
  if (frame_)
    frame_->Close(true);
  else
    ExitMainLoop();
}

void DesktopApp::fetch_state() {
  host_.post([host = &host_, mailbox = mailbox_, this] {
    const auto answer = [mailbox, this](std::optional<std::string> line) {
      mailbox->post(
          [this, line = std::move(line)] { notes_.open([this, line] { once_alone([this, line] { open(line); }); }); });
    };
    auto* tables = host->get<sdk::Tables>();
    if (!tables) return answer("");
    tables->get(table, sdk::bytes::of(key), [answer](const sdk::Status& status, sdk::bytes value) {
      if (status.code == sdk::Errc::not_found) return answer(std::nullopt);
      answer(status.ok() ? std::string(value.text()) : std::string());
    });
  });
}

std::string DesktopApp::setting(const char* name) {
  std::string value;
  sdk::OutTo<std::string> out(value);
  return host_.config(name, out) ? value : std::string();
}

void DesktopApp::open(const std::optional<std::string>& remembered) {
  if (closed_ || std::exchange(desk_.state_known, true)) return;
  patience_->Stop();
  desk_.state = read_window_state(configured() + remembered.value_or("welcome=0"));
  desk_.first_run = desk_.state.welcome_step >= 0;
  auto* meanwhile = frame_;
  if (!meanwhile) desk_.open_chat = desk_.state.chat.value_or(sdk::Id{});
  make_frame(meanwhile ? meanwhile->page() : desk_.state.page);
  if (meanwhile) meanwhile->Destroy();
}

// What holds until the person chooses.
std::string DesktopApp::configured() {
  return "appearance=" + setting("appearance") + " language=" + setting("language") + " ";
}

void DesktopApp::open_meanwhile() {
  if (closed_ || desk_.state_known || frame_) return;
  desk_.state = read_window_state(configured());
  make_frame(Page::chats);
}

void DesktopApp::make_frame(Page page) {
  const auto wanted = language_of(desk_.state.language, system_language());
  const bool shows = wanted != "zh_CN" || !families_for("zh-cn").empty();
  const auto code = shows ? wanted : "en";
  desk_.language = speak(code);
  desk_.fonts.make(code);
  desk_.letters->forget();
  desk_.colours = &palette(theme_of(desk_.state.appearance, wxSystemSettings::GetAppearance().IsDark()));
  frame_ = new MainFrame(desk_, page);
  SetTopWindow(frame_);
  frame_->Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    frame_->remember_place();
    remember();
    frame_ = nullptr;
    closed_ = true;
    event.Skip();
  });
  frame_->Show();
  if (shows) return;
  frame_->notices().tell(NoticeBar::Matter::no_chinese_font,
                         {desk_.say("No font for Chinese is installed, so the window speaks English. One is in the "
                                    "package fonts-noto-cjk."),
                          desk_.say("Stay with English"), [this] {
                            desk_.state.language = "en";
                            desk_.state_changed();
                          }});
}

void DesktopApp::restyle() {
  if (!frame_) return;
  auto* old = frame_;
  old->remember_place();
  remember();
  make_frame(old->page());  // before the old one goes: the last window ends the program
  old->Destroy();
}

void DesktopApp::remember() {
  notes_.save();
  if (!desk_.state_known) return;  // what is in the store is not to be written over unread
  host_.post([host = &host_, line = written(desk_.state)] {
    if (auto* tables = host->get<sdk::Tables>())
      tables->put(table, sdk::bytes::of(key), sdk::bytes::of(line), [](const sdk::Status&) {});
  });
}

void DesktopApp::take(const Event& event) {
  if (const auto* ready = std::get_if<BecameReady>(&event)) desk_.me = ready->me;
  if (const auto* network = std::get_if<NetworkStatus>(&event)) desk_.network = network->sentence;
  if (const auto* found = std::get_if<ReachFound>(&event)) desk_.reach = found->reach;
  if (const auto* described = std::get_if<NodeDescribed>(&event)) desk_.node = described->node;
  if (frame_) frame_->take(event);
}

std::int32_t run_desktop(sdk::Host& host, Feed& feed, const std::shared_ptr<Mailbox>& mailbox) {
  wxApp::SetInstance(new DesktopApp(host, feed, mailbox));  // wx frees it
  char name[] = "p2pchat";
  char* argv[] = {name, nullptr};
  int argc = 1;
  bool started = false;
  {
    const wxLogNull quiet;  // we say it ourselves
    started = begin_without_opengl(argc, argv);
  }
  if (!started) {
    std::fputs("p2pchat: no display can be opened, so there is no window; `p2pchat --profile terminal` needs none\n",
               stderr);
    return exit_no_display;
  }
  int code = 0;
  if (wxTheApp->CallOnInit()) code = wxTheApp->OnRun();
  wxTheApp->OnExit();
  wxEntryCleanup();
  return code < 0 ? 1 : code;
}

}  // namespace p2pchat::wx_gui
