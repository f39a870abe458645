// SPDX-License-Identifier: MIT
#include "canvas/row_heights.hpp"

#include <algorithm>
#include <bit>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t least_slots = 64;

std::size_t lowest_bit(std::size_t n) { return n & (~n + 1); }

}  // namespace

void RowHeights::clear() {
  heights_.assign(least_slots, 0);
  tree_.assign(least_slots + 1, 0);
  first_ = least_slots / 2;
  count_ = 0;
}

void RowHeights::push_front(std::int64_t height) {
  if (first_ == 0) grow();
  --first_;
  ++count_;
  add(first_, height);
}

void RowHeights::push_back(std::int64_t height) {
  if (first_ + count_ == heights_.size()) grow();
  add(first_ + count_, height);
  ++count_;
}

void RowHeights::drop_front(std::size_t count) {
  for (count = std::min(count, count_); count > 0; --count) {
    set(0, 0);
    ++first_;
    --count_;
  }
}

void RowHeights::shorten(std::size_t count) {
  for (; count_ > count; --count_) set(count_ - 1, 0);
}

void RowHeights::set(std::size_t row, std::int64_t height) { add(first_ + row, height - heights_[first_ + row]); }

std::int64_t RowHeights::top(std::size_t row) const { return sum(first_ + row); }

std::size_t RowHeights::row_at(std::int64_t y) const {
  // Descends the tree: the most slots whose sum is at most `y`. Empty slots in front add nothing.
  std::size_t slot = 0;
  std::int64_t left = std::max<std::int64_t>(y, 0);
  for (auto step = std::bit_floor(heights_.size()); step; step /= 2) {
    if (slot + step > heights_.size() || tree_[slot + step] > left) continue;
    slot += step;
    left -= tree_[slot];
  }
  return slot < first_ ? 0 : std::min(slot - first_, count_ - 1);
}

void RowHeights::grow() {
  std::vector<std::int64_t> wider(count_ * 2 > heights_.size() ? heights_.size() * 2 : heights_.size(), 0);
  const auto first = (wider.size() - count_) / 2;
  std::copy_n(heights_.begin() + static_cast<std::ptrdiff_t>(first_), count_,
              wider.begin() + static_cast<std::ptrdiff_t>(first));
  first_ = first;
  heights_ = std::move(wider);
  tree_.assign(heights_.size() + 1, 0);
  for (std::size_t i = 1; i < tree_.size(); ++i) {
    tree_[i] += heights_[i - 1];
    if (const auto parent = i + lowest_bit(i); parent < tree_.size()) tree_[parent] += tree_[i];
  }
}

void RowHeights::add(std::size_t slot, std::int64_t difference) {
  heights_[slot] += difference;
  for (auto i = slot + 1; i < tree_.size(); i += lowest_bit(i)) tree_[i] += difference;
}

std::int64_t RowHeights::sum(std::size_t slots) const {
  std::int64_t sum = 0;
  for (auto i = slots; i; i -= lowest_bit(i)) sum += tree_[i];
  return sum;
}

}  // namespace p2pchat::wx_gui
