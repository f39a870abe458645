// SPDX-License-Identifier: MIT
#include "model/chat_order.hpp"

#include "model/chat_list.hpp"

#include <numeric>

namespace p2pchat::wx_gui {
namespace {

std::string comparable(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

void ChatOrder::take(const AddressBook& book) {
  all_.clear();
  const auto add = [&](const std::vector<const Person*>& people) {
    for (const auto* person : people) all_.push_back({person->id, comparable(shown_name(*person))});
  };
  add(book.requests());
  add(book.conversations());
  blocked_from_ = all_.size();
  add(book.blocked());
  const auto text = std::exchange(text_, {});
  left_.resize(all_.size());
  std::iota(left_.begin(), left_.end(), std::size_t{0});
  apply(text);
}

void ChatOrder::filter(std::string_view text) {
  auto wanted = comparable(text);
  const bool narrows = !text_.empty() && wanted.find(text_) != std::string::npos;
  if (!narrows) {
    left_.resize(all_.size());
    std::iota(left_.begin(), left_.end(), std::size_t{0});
  }
  apply(wanted);
}

void ChatOrder::apply(const std::string& text) {
  text_ = text;
  looked_at_ = text.empty() ? 0 : left_.size();
  if (text.empty())
    left_.resize(blocked_from_);
  else
    std::erase_if(left_, [&](std::size_t place) { return all_[place].name.find(text) == std::string::npos; });
  shown_.clear();
  for (const auto place : left_) shown_.push_back(all_[place].id);
}

}  // namespace p2pchat::wx_gui
