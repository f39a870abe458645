// SPDX-License-Identifier: MIT
#pragma once
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// Two people make sure that nobody stands between them: by words they read to each other, by a QR code, or by the same
/// code as text.
class VerifySheet final : public Sheet {
 public:
  VerifySheet(wxWindow* parent, Desk& desk, const sdk::Id& who);
  /// As if this had been pasted into the field for their code.
  void compare(const std::string& code);
  /// The words on show, in their order.
  std::string words() const;

 private:
  void show_words();
  void settle(bool verified);
  Desk& shared_;
  sdk::Id who_;
  bool chinese_;
  wxStaticText* words_;
  Field* code_;
};

}  // namespace p2pchat::wx_gui
