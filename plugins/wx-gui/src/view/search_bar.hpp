// SPDX-License-Identifier: MIT
#pragma once
#include "model/search_hits.hpp"
#include "shell/lifetime.hpp"
#include "view/field.hpp"

namespace p2pchat::wx_gui {

/// Searches the open conversation and walks through what was found, the newest first.
class SearchBar final : public wxPanel {
 public:
  /// `look_at` gets the place of a message; `closed` when the person is done.
  SearchBar(wxWindow* parent, Desk& desk, std::function<void(std::uint64_t)> look_at, std::function<void()> closed);
  void focus();
  /// Forgets what was found.
  void clear();
  void search(const std::string& words);
  void older();
  void newer();
  /// Hears what is looked for; nothing when the search ends.
  std::function<void(const std::string&)> searched;
  std::string words() const { return hits_.words(*desk_.language); }

 private:
  void on_key(wxKeyEvent& event);
  void fetch(std::uint64_t before);
  void tell();
  Desk& desk_;
  std::function<void(std::uint64_t)> look_at_;
  std::function<void()> closed_;
  Field* field_;
  wxStaticText* count_;
  SearchHits hits_;
  std::string searched_;
  std::uint64_t generation_ = 0;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
