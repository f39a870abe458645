// SPDX-License-Identifier: MIT
#pragma once
#include "model/beach.hpp"
#include "view/chat_invitation.hpp"
#include "view/departure_bar.hpp"
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// Writes a note to be thrown into the sea.
class ThrowSheet final : public Sheet {
 public:
  /// `thrown` gets the note when it may go.
  ThrowSheet(wxWindow* parent, Desk& desk, std::function<void(const ThrownNote&)> thrown);
  void write(const std::string& text);
  void cast();

 private:
  void count();
  Desk& shared_;
  std::function<void(const ThrownNote&)> thrown_;
  Field* text_;
  wxStaticText* room_;
  std::uint32_t days_ = 7;
};

/// A bottle of somebody's: its note, and what can be done with it.
class FoundSheet final : public Sheet {
 public:
  /// `chat_begun` gets the one who threw it, once they were asked to chat.
  FoundSheet(wxWindow* parent, Desk& desk, const Bottle& bottle, ChatInvitation::Begun chat_begun);
  void answer();
  void write(const std::string& text) { answer_->set_value(text); }

 private:
  Answer<> closing();
  Desk& shared_;
  ChatInvitation invitation_;
  sdk::Id id_;
  Field* answer_ = nullptr;
  Lifetime lifetime_;
};

/// A bottle of mine: its note and its way so far.
class JourneySheet final : public Sheet {
 public:
  /// `chat_begun` gets whoever answered it, once they were asked to chat.
  JourneySheet(wxWindow* parent, Desk& desk, const Journey& journey, ChatInvitation::Begun chat_begun);

 private:
  ChatInvitation invitation_;
};

}  // namespace p2pchat::wx_gui
