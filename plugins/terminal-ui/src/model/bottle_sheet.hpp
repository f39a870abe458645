// SPDX-License-Identifier: MIT
#pragma once
#include "model/bottle_words.hpp"

/// An opened bottle as rows: wrapped already, harmless already.
namespace p2pchat::terminal_ui {

/// One row of an opened bottle.
struct SheetRow {
  enum class Kind { head, text, step, answer };
  Kind kind = Kind::text;
  std::string text;
  std::size_t step = 0;  ///< which step of the journey it belongs to, from 1; 0 for none
};

/// A bottle of another: what it is, then its text.
std::vector<SheetRow> sheet_of(const Bottle& bottle, const NameOf& name, int width, std::uint64_t now_ms);
/// A bottle of mine: what it is, its text, its way step by step with the answers in order.
std::vector<SheetRow> sheet_of(const Journey& journey, const NameOf& name, int width, std::uint64_t now_ms);

}  // namespace p2pchat::terminal_ui
