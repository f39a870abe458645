// SPDX-License-Identifier: MIT
#pragma once
#include "caller.hpp"

#include <atomic>

namespace p2pchat::isolation {

class Callee;

/// The way back of one call.
struct Return {
  std::shared_ptr<Outlet> outlet;
  std::shared_ptr<std::atomic<unsigned>> callbacks;  ///< how many of the caller's are held here
  std::uint64_t number = 0;
  std::shared_ptr<Caller> caller;  ///< asks the other end
  std::shared_ptr<Callee> callee;
  std::uint32_t object = 0;  ///< that is called
};

/// A callback of the caller, in the hands of whoever is called. Told as frames; dropping it is told too.
template <class... A>
class RemoteFn {
 public:
  RemoteFn(const Return& back, std::uint64_t number)
      : outlet_(back.outlet), callbacks_(back.callbacks), number_(number) {
    ++*callbacks_;
  }
  RemoteFn(RemoteFn&&) noexcept = default;
  ~RemoteFn() {
    if (!outlet_) return;
    --*callbacks_;
    outlet_->send(Frame(Kind::drop, number_).finish());
  }
  void operator()(A... arguments) const {
    Frame frame(Kind::invoke, number_);
    Arguments<A...>::write(frame.writer(), static_cast<A>(arguments)...);
    outlet_->send(frame.finish());
  }

 private:
  std::shared_ptr<Outlet> outlet_;
  std::shared_ptr<std::atomic<unsigned>> callbacks_;
  std::uint64_t number_;
};

/// How one parameter of a call is read, kept for the call, and passed, by its type: a value as it is.
template <class P>
struct Received {
  using Held = std::remove_cvref_t<P>;
  static Held read(Reader& from, const Return&) {
    Held value{};
    Value<Held>::read(from, value);
    return value;
  }
  static const Held& pass(const Held& held) { return held; }
  static void answer(Writer&, const Held&) {}
};

/// An array; its length is the next argument.
template <>
struct Received<const sdk::bytes*> {
  using Held = std::vector<sdk::bytes>;
  static Held read(Reader& from, const Return&) {
    Held array;
    for (auto left = from.number<std::uint32_t>(); left > 0 && from.good(); --left)
      Value<sdk::bytes>::read(from, array.emplace_back());
    return array;
  }
  static const sdk::bytes* pass(const Held& held) { return held.data(); }
  static void answer(Writer&, const Held&) {}
};

/// What the call fills goes with the answer.
template <class T>
requires(!std::is_const_v<T>) struct Received<T&> {
  using Held = T;
  static Held read(Reader&, const Return&) { return {}; }
  static Held& pass(Held& held) { return held; }
  static void answer(Writer& to, const Held& held) { Value<T>::write(to, held); }
};

/// A sink: what was written into it goes with the answer.
template <>
struct Received<sdk::Out&> {
  struct Held final : sdk::Out {
    std::string octets;
    std::uint8_t* grow(std::uint64_t n) noexcept override { return sdk::OutTo(octets).grow(n); }
  };
  static Held read(Reader&, const Return&) { return {}; }
  static Held& pass(Held& held) { return held; }
  static void answer(Writer& to, const Held& held) { to.text(held.octets); }
};

/// A callback that is given away.
template <class... A>
struct Received<sdk::Fn<void(A...)>&&> {
  using Held = sdk::Fn<void(A...)>;
  static Held read(Reader& from, const Return& back) {
    const auto number = from.number<std::uint64_t>();
    return number == 0 ? Held() : Held(RemoteFn<A...>(back, number));
  }
  static Held&& pass(Held& held) { return std::move(held); }
  static void answer(Writer&, const Held&) {}
};

/// A callback that is lent for the call. One that returns something is waited for.
template <class R, class... A>
struct Received<const sdk::Fn<R(A...)>&> {
  using Held = sdk::Fn<R(A...)>;
  static Held read(Reader&, const Return& back) {
    return [back](A... arguments) -> R {
      Frame frame(Kind::visit, back.number);
      Awaited awaited;
      if constexpr (!std::is_void_v<R>) frame.writer().number(awaited.number = back.caller->begin_waiting());
      Arguments<A...>::write(frame.writer(), static_cast<A>(arguments)...);
      back.outlet->send(frame.finish());
      if constexpr (!std::is_void_v<R>) return answered(*back.caller, awaited);
    };
  }
  static const Held& pass(const Held& held) { return held; }
  static void answer(Writer&, const Held&) {}

 private:
  static R answered(Caller& caller, const Awaited& awaited) requires(!std::is_void_v<R>) {
    R value{};
    std::size_t begin = 0;
    const auto frame = caller.wait(awaited, begin);
    if (!frame) return value;  // nothing, which ends a visit
    Reader in(std::string_view(*frame).substr(begin));
    Value<R>::read(in, value);
    return value;
  }
};

}  // namespace p2pchat::isolation
