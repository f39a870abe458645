// SPDX-License-Identifier: MIT
#pragma once
#include "values.hpp"

#include <optional>
#include <utility>

namespace p2pchat::isolation {

/// What one end says to the other.
enum class Kind : std::uint8_t {
  call,    ///< object, method, arguments; the number is the call's
  answer,  ///< the result of a call, then what it wrote into each `Out`
  visit,   ///< the arguments of a callback that was lent to a call that is not over
  invoke,  ///< the arguments of a callback that was given away; the number is the callback's
  drop     ///< that callback is called no more
};

/// The longest frame: a value of a table, which may have a mebibyte, and room for a text that `Chat` is to refuse.
inline constexpr std::uint32_t max_frame = 16 << 20;

/// What stands at the beginning of each frame, after its length.
struct Head {
  Kind kind{};
  std::uint64_t number = 0;
};
template <>
struct Greatest<Kind> {
  static constexpr Kind value = Kind::drop;
};
template <>
struct Members<Head> {
  static auto of(auto& h) { return std::tie(h.kind, h.number); }
};

/// One frame as it is written.
class Frame {
 public:
  Frame(Kind kind, std::uint64_t number) : octets_(sizeof(std::uint32_t), '\0'), writer_(octets_) {
    Value<Head>::write(writer_, {kind, number});
  }
  Frame(const Frame&) = delete;
  Writer& writer() { return writer_; }
  /// The octets for the socket; the frame is empty afterwards.
  std::string finish() {
    const auto length = static_cast<std::uint32_t>(octets_.size() - sizeof(std::uint32_t));
    std::memcpy(octets_.data(), &length, sizeof length);
    return std::move(octets_);
  }

 private:
  std::string octets_;
  Writer writer_;
};

/// Cuts what comes from the socket into frames.
class FrameCutter {
 public:
  void add(std::string_view octets) { pending_.append(octets); }
  /// The next whole frame, without its length.
  std::optional<std::string> next() {
    std::uint32_t length = 0;
    if (pending_.size() - at_ < sizeof length) return rest();
    std::memcpy(&length, pending_.data() + at_, sizeof length);
    if (length > max_frame) broken_ = true;
    if (broken_ || pending_.size() - at_ - sizeof length < length) return rest();
    auto frame = pending_.substr(at_ + sizeof length, length);
    at_ += sizeof length + length;
    return frame;
  }
  /// Whether a length was over the limit; no frame comes any more.
  bool broken() const { return broken_; }

 private:
  std::nullopt_t rest() {
    pending_.erase(0, std::exchange(at_, 0));
    return std::nullopt;
  }

  std::string pending_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

}  // namespace p2pchat::isolation
