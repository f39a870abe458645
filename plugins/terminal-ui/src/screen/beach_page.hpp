// SPDX-License-Identifier: MIT
#pragma once
#include "screen/bottle_page.hpp"

namespace p2pchat::terminal_ui {

/// Bottles of others: those that lie here, the unread aglow, and those that pass.
class BeachPage final : public BottlePage {
 public:
  using BottlePage::BottlePage;

 protected:
  std::vector<ListRow> list() const override;
  std::string_view empty_words() const override {
    return "The beach is empty. Bottles drift in by themselves; throw one with n, or /throw TEXT.";
  }
  std::vector<SheetRow> sheet(const sdk::Id& bottle, int width) const override;
  void opened(const sdk::Id& bottle) override;
  void opened_key(const Key& key, const sdk::Id& bottle) override;
  std::string opened_hint() const override {
    return "a answer · k keep · t throw back · c chat · b block sender · Esc list";
  }

 private:
  const Beach& beach() const { return desk_.feed.bottles().beach(); }
  BottleRow row_of(const Bottle& bottle) const;
  void answer(const Bottle& bottle);
};

}  // namespace p2pchat::terminal_ui
