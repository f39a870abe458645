// SPDX-License-Identifier: MIT
#pragma once
#include "caller.hpp"
#include "received.hpp"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <tuple>

namespace p2pchat::isolation {

/// Makes a call that was read; false when it is malformed, and nothing was called.
template <auto pointer, class Plain>
struct Serving;

/// The called end: the objects that may be called, and where their calls run.
///
/// The other end may say anything: what is malformed, or too much, is told by `take`, and calls nothing. Thread: the
/// link's, unless said otherwise. Kept until what it has posted has run.
class Callee : public std::enable_shared_from_this<Callee> {
 public:
  /// Runs a call, of so many octets, where the interface belongs; empty: at once, on the thread of the link.
  using Lane = std::function<void(sdk::Fn<void()>&&)>;
  static constexpr std::size_t few = 2 << 20, any = ~std::size_t(0);  ///< octets in line

  /// Takes no more calls while `max_in_line` octets of them stand in line.
  Callee(std::shared_ptr<Outlet> outlet, std::shared_ptr<Caller> caller, std::size_t max_in_line)
      : outlet_(std::move(outlet)), caller_(std::move(caller)), max_in_line_(max_in_line) {}
  /// Frees the objects the other end has not freed. Thread: any, when nothing is called any more.
  void free_made();
  /// Lets the other end call `target`; returns the number of the object, of which the first is 0. Thread: any.
  template <class Interface>
  std::uint32_t offer(Interface& target, Lane lane = {}) {
    return add({server(target), std::move(lane), {}});
  }
  /// Lets the other end call what a call has made, on the lane of that call, until it frees it; 0 when it has too many,
  /// or `made` is null. Thread: any.
  template <class Interface>
  std::uint32_t adopt(Interface* made, std::uint32_t maker);
  /// Forgets what the other end has freed. Thread: any.
  void forget(std::uint32_t object);
  /// Takes a `call`; false when it is malformed, or more callbacks are held here than one worker may have.
  bool take(const Head& head, std::string frame, std::size_t begin);
  /// Runs `f` in a lane; so many octets stand in line until it has run. Thread: any.
  void line_up(const Lane& lane, std::size_t octets, sdk::Fn<void()>&& f);
  /// Whether there is room in the line for another call.
  bool ready() const { return in_line_ < max_in_line_; }

 private:
  static constexpr std::size_t least_in_line = 1024;  // octets of anything, however short
  static constexpr unsigned max_callbacks = 16384, max_made = 4096;
  using Serve = std::function<bool(std::uint32_t method, Reader& in, const Return& back)>;
  struct Object {
    Serve serve;
    Lane lane;
    std::function<void()> free;  // empty when it is not ours to free
  };

  template <class Interface>
  static Serve server(Interface& target) {
    return [&target](std::uint32_t number, Reader& in, const Return& back) {
      return MethodsOf<Interface>::with(
          number, [&]<auto pointer>(Method<pointer>) {
            using Plain = typename Signature<decltype(pointer)>::Plain;
            return Serving<pointer, Plain>::serve(target, in, back);
          });
    };
  }
  std::uint32_t add(Object object);
  std::shared_ptr<Object> find(std::uint32_t object);

  const std::shared_ptr<Outlet> outlet_;
  const std::shared_ptr<Caller> caller_;
  const std::size_t max_in_line_;
  const std::shared_ptr<std::atomic<unsigned>> callbacks_ = std::make_shared<std::atomic<unsigned>>(0);
  std::mutex mutex_;
  std::map<std::uint32_t, std::shared_ptr<Object>> objects_;
  std::uint32_t next_object_ = 0;
  unsigned made_ = 0;
  std::atomic<std::size_t> in_line_ = 0;
};

template <class Interface>
std::uint32_t Callee::adopt(Interface* made, std::uint32_t maker) {
  if (!made) return 0;
  const auto parent = find(maker);
  Object object{server(*made), parent ? parent->lane : Lane(), [made] { made->destroy(); }};
  if (const auto number = add(std::move(object))) return number;
  made->destroy();
  return 0;
}

template <auto pointer, class R, class... P>
struct Serving<pointer, R(P...)> {
  static bool serve(typename Signature<decltype(pointer)>::Interface& target, Reader& in, const Return& back) {
    std::tuple<typename Received<P>::Held...> held{Received<P>::read(in, back)...};
    if (!in.finished() || !lengths_hold(held)) return false;
    if constexpr (frees<pointer>) back.callee->forget(back.object);
    Frame answer(Kind::answer, back.number);
    std::apply(
        [&](auto&... each) {
          if constexpr (std::is_void_v<R>)
            (target.*pointer)(Received<P>::pass(each)...);
          else
            write(answer.writer(), back, (target.*pointer)(Received<P>::pass(each)...));
          (Received<P>::answer(answer.writer(), each), ...);
        },
        held);
    if constexpr (has_answer<R(P...)> || is_awaited<pointer>) back.outlet->send(answer.finish());
    return true;
  }

 private:
  template <class Value_>
  static void write(Writer& to, const Return& back, const Value_& value) {
    if constexpr (std::is_pointer_v<Value_>)
      to.number(back.callee->adopt(value, back.object));
    else
      Value<Value_>::write(to, value);
  }
  // An array is as long as the argument behind it says.
  template <class... H>
  static bool lengths_hold(const std::tuple<H...>& held) {
    if constexpr ((std::is_same_v<P, const sdk::bytes*> || ...))
      return std::get<0>(held).size() == std::get<1>(held);
    else
      return true;
  }
};

}  // namespace p2pchat::isolation
