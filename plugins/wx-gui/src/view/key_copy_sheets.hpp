// SPDX-License-Identifier: MIT
#pragma once
#include "model/key_words.hpp"
#include "shell/lifetime.hpp"
#include "view/desk.hpp"
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// A file and a passphrase, for the node: it reads and writes the file, so that no key comes into this process.
class KeyCopySheet : public Sheet {
 public:
  void write(const std::string& file, const std::string& passphrase, const std::string& again = {});
  /// Asks the node, and says how it went.
  void go();
  /// What the sheet says below.
  const std::string& said() const { return said_words_; }

 protected:
  KeyCopySheet(wxWindow* parent, Desk& desk, KeyTask task, const std::string& title);
  void add_rows(const std::string& file, const std::string& do_it);
  Desk& shared_;

 private:
  void choose_file();
  void answered(const sdk::Status& status);
  void tell(const std::string& words, Tone tone);
  virtual void done() = 0;
  const KeyTask task_;
  Field *file_ = nullptr, *passphrase_ = nullptr, *again_ = nullptr;
  TextButton* close_ = nullptr;
  std::string said_words_;
  bool asking_ = false;
  Lifetime lifetime_;
};

/// Copies my key to a file under a passphrase.
class SaveKeySheet final : public KeyCopySheet {
 public:
  SaveKeySheet(wxWindow* parent, Desk& desk);

 private:
  void done() override;
};

/// Takes in the key of a copy. The node then begins again with it, and opens the window anew.
class RestoreKeySheet final : public KeyCopySheet {
 public:
  RestoreKeySheet(wxWindow* parent, Desk& desk);

 private:
  void done() override;
};

}  // namespace p2pchat::wx_gui
