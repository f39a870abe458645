// SPDX-License-Identifier: MIT
#pragma once
#include "screen/bottle_page.hpp"

#include <set>

namespace p2pchat::terminal_ui {

/// My bottles, how far each has come, and what was answered.
class SeaPage final : public BottlePage {
 public:
  using BottlePage::BottlePage;
  void hear(const Event& event) override;
  /// How many of my bottles have an answer that was not looked at.
  std::size_t news() const { return news_.size(); }

 protected:
  std::vector<ListRow> list() const override;
  std::string_view empty_words() const override {
    return "No bottle of yours is at sea. Throw one with n, or /throw TEXT: it drifts to three beaches, and whoever "
           "finds it may answer.";
  }
  std::vector<SheetRow> sheet(const sdk::Id& bottle, int width) const override;
  void opened(const sdk::Id& bottle) override;
  void opened_key(const Key& key, const sdk::Id& bottle) override;
  bool choose_step(int by) override;
  std::size_t chosen_step() const override { return step_; }
  std::string opened_hint() const override { return "↑↓ who found it · c chat with them · Esc list"; }

 private:
  const Sea& sea() const { return desk_.feed.bottles().sea(); }
  std::set<sdk::Id> news_;
  sdk::Id shown_;         ///< the bottle that was opened last
  std::size_t step_ = 0;  ///< which of its steps is chosen, from 1; 0 for none
};

}  // namespace p2pchat::terminal_ui
