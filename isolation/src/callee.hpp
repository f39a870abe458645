// SPDX-License-Identifier: MIT
#pragma once
#include "answer.hpp"
#include "arguments.hpp"
#include "frame.hpp"
#include "isolation/method.hpp"
#include "outlet.hpp"

#include <p2pchat/fn.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <tuple>

namespace p2pchat::isolation {

/// The way back of one call.
struct Return {
  std::shared_ptr<Outlet> outlet;
  std::shared_ptr<std::atomic<unsigned>> callbacks;  ///< how many of the caller's are held here
  std::uint64_t number = 0;
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

/// A callback that is lent for the call.
template <class... A>
struct Received<const sdk::Fn<void(A...)>&> {
  using Held = sdk::Fn<void(A...)>;
  static Held read(Reader&, const Return& back) {
    return [back](A... arguments) {
      Frame frame(Kind::visit, back.number);
      Arguments<A...>::write(frame.writer(), static_cast<A>(arguments)...);
      back.outlet->send(frame.finish());
    };
  }
  static const Held& pass(const Held& held) { return held; }
  static void answer(Writer&, const Held&) {}
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

/// Makes a call that was read; false when it is malformed, and nothing was called.
template <auto pointer, class Plain>
struct Serving;
template <auto pointer, class R, class... P>
struct Serving<pointer, R(P...)> {
  static bool serve(typename Signature<decltype(pointer)>::Interface& target, Reader& in, const Return& back) {
    std::tuple<typename Received<P>::Held...> held{Received<P>::read(in, back)...};
    if (!in.finished()) return false;
    Frame answer(Kind::answer, back.number);
    std::apply(
        [&](auto&... each) {
          if constexpr (std::is_void_v<R>)
            (target.*pointer)(Received<P>::pass(each)...);
          else
            Value<R>::write(answer.writer(), (target.*pointer)(Received<P>::pass(each)...));
          (Received<P>::answer(answer.writer(), each), ...);
        },
        held);
    if constexpr (has_answer<R(P...)>) back.outlet->send(answer.finish());
    return true;
  }
};

/// The called end: the objects that may be called, and where their calls run.
///
/// The other end may say anything: what is malformed, or too much, is told by `take`, and calls nothing. Thread: the
/// link's, unless said otherwise. Kept until what it has posted has run.
class Callee : public std::enable_shared_from_this<Callee> {
 public:
  /// Runs a call where the interface belongs; empty: at once, on the thread of the link.
  using Lane = std::function<void(sdk::Fn<void()>&&)>;

  explicit Callee(std::shared_ptr<Outlet> outlet) : outlet_(std::move(outlet)) {}
  /// Lets the other end call `target`; returns the number of the object. The first is 0.
  template <class Interface>
  std::uint32_t offer(Interface& target, Lane lane = {}) {
    objects_.push_back({[&target](std::uint32_t number, Reader& in, const Return& back) {
                          return MethodsOf<Interface>::with(
                              number, [&]<auto pointer>(Method<pointer>) {
                                using Plain = typename Signature<decltype(pointer)>::Plain;
                                return Serving<pointer, Plain>::serve(target, in, back);
                              });
                        },
                        std::move(lane)});
    return static_cast<std::uint32_t>(objects_.size() - 1);
  }
  /// Takes a `call`; false when it is malformed, or more callbacks are held here than one worker may have.
  bool take(const Head& head, std::string frame, std::size_t begin);
  /// Runs `f` in a lane; so many octets stand in line until it has run.
  void line_up(const Lane& lane, std::size_t octets, sdk::Fn<void()>&& f);
  /// Whether there is room in the line for another call.
  bool ready() const { return in_line_ < max_in_line; }

 private:
  static constexpr std::size_t max_in_line = 2 << 20, least_in_line = 1024;  // octets; of anything, however short
  static constexpr unsigned max_callbacks = 16384;
  using Serve = std::function<bool(std::uint32_t method, Reader& in, const Return& back)>;
  struct Object {
    Serve serve;
    Lane lane;
  };

  const std::shared_ptr<Outlet> outlet_;
  const std::shared_ptr<std::atomic<unsigned>> callbacks_ = std::make_shared<std::atomic<unsigned>>(0);
  std::deque<Object> objects_;  // stay where they are
  std::atomic<std::size_t> in_line_ = 0;
};

}  // namespace p2pchat::isolation
