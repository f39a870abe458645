// SPDX-License-Identifier: MIT
#pragma once
#include "answer.hpp"
#include "arguments.hpp"
#include "frame.hpp"
#include "isolation/method.hpp"
#include "outlet.hpp"

#include <p2pchat/fn.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>

namespace p2pchat::isolation {

/// A call that is being made, until its answer is there.
struct Awaited {
  std::uint64_t number = 0;
  std::vector<sdk::Out*> outs;
  std::function<bool(Reader&)> visit;  ///< of the callback that was lent, if one was
};

/// The calling end: sends calls, keeps the callbacks that were given away with them, and waits for answers where a call
/// has one.
///
/// Thread: any; calls that have an answer block, but never the thread of the link.
class Caller {
 public:
  /// Runs what was given away where callbacks belong.
  using Post = std::function<void(sdk::Fn<void()>&&)>;

  Caller(std::shared_ptr<Outlet> outlet, Post post) : outlet_(std::move(outlet)), post_(std::move(post)) {}

  /// Calls a method of an object of the other end. When the other end is gone, the answer is `cancelled`, or nothing.
  template <auto pointer, class... A>
  auto call(std::uint32_t object, A&&... arguments) {
    return Calling<pointer, typename Signature<decltype(pointer)>::Plain>::make(*this, object,
                                                                                std::forward<A>(arguments)...);
  }
  /// Keeps a callback that is given away; returns its number, 0 when it is empty.
  template <class... A>
  std::uint64_t keep(sdk::Fn<void(A...)>&& f) {
    if (!f) return 0;
    return keep([f = std::move(f)](Reader& in) -> std::uint32_t { return Arguments<A...>::read(in, f) ? 1 : 0; });
  }
  /// Takes an `answer`, a `visit`, an `invoke` or a `drop`; false when it is malformed. Thread: the link's.
  bool take(const Head& head, std::string frame, std::size_t begin);
  /// No answer comes any more.
  void close();

 private:
  template <auto pointer, class Plain>
  struct Calling;
  using Invoker = sdk::Fn<std::uint32_t(Reader&)>;
  struct Arrived {
    Kind kind;
    std::string frame;
    std::size_t begin;
  };
  struct Waiting {
    std::deque<Arrived> arrived;
  };

  std::uint64_t keep(Invoker invoker);
  std::uint64_t next_number();
  void begin_waiting(std::uint64_t number);
  std::optional<std::string> wait(const Awaited& awaited, std::size_t& begin);
  void invoke(std::uint64_t number, std::string_view arguments);

  const std::shared_ptr<Outlet> outlet_;
  const Post post_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::unordered_map<std::uint64_t, std::shared_ptr<Invoker>> kept_;
  std::unordered_map<std::uint64_t, Waiting> waiting_;
  std::uint64_t last_number_ = 0;
  bool closed_ = false;
};

/// How one parameter of a call is written, by its type: a value as it is.
template <class P>
struct Sent {
  static void write(Writer& to, Caller&, Awaited&, P value) { Value<std::remove_cvref_t<P>>::write(to, value); }
};

/// A callback that is given away: the number it is kept under.
template <class S>
struct Sent<sdk::Fn<S>&&> {
  static void write(Writer& to, Caller& caller, Awaited&, sdk::Fn<S>&& f) { to.number(caller.keep(std::move(f))); }
};

/// A callback that is lent: it is called by the thread that waits for the answer.
template <class... A>
struct Sent<const sdk::Fn<void(A...)>&> {
  static void write(Writer&, Caller&, Awaited& awaited, const sdk::Fn<void(A...)>& f) {
    awaited.visit = [&f](Reader& in) { return Arguments<A...>::read(in, f); };
  }
};

/// A sink: it gets what the answer brings.
template <>
struct Sent<sdk::Out&> {
  static void write(Writer&, Caller&, Awaited& awaited, sdk::Out& out) { awaited.outs.push_back(&out); }
};

template <auto pointer, class R, class... P>
struct Caller::Calling<pointer, R(P...)> {
  using Interface = typename Signature<decltype(pointer)>::Interface;

  static R make(Caller& caller, std::uint32_t object, P... arguments) {
    Awaited awaited{caller.next_number(), {}, {}};
    Frame frame(Kind::call, awaited.number);
    frame.writer().number(object);
    frame.writer().number(MethodsOf<Interface>::template number<pointer>());
    (Sent<P>::write(frame.writer(), caller, awaited, static_cast<P>(arguments)), ...);
    if constexpr (has_answer<R(P...)>) caller.begin_waiting(awaited.number);
    caller.outlet_->send(frame.finish());
    if constexpr (has_answer<R(P...)>) {
      std::size_t begin = 0;
      const auto answer = caller.wait(awaited, begin);
      if constexpr (!std::is_void_v<R>)
        return answer ? result(*answer, begin, awaited) : nothing();
      else if (answer)
        write_outs(Reader(std::string_view(*answer).substr(begin)), awaited);
    }
  }

 private:
  static R nothing() {
    if constexpr (std::is_same_v<R, sdk::Status>)
      return {sdk::Errc::cancelled, "the node is gone"};
    else
      return R();
  }
  static R result(std::string_view answer, std::size_t begin, const Awaited& awaited) requires(!std::is_void_v<R>) {
    Reader in(answer.substr(begin));
    R value{};
    Value<R>::read(in, value);
    write_outs(in, awaited);
    return value;
  }
  static void write_outs(Reader in, const Awaited& awaited) {
    for (auto* out : awaited.outs) (void)out->append(in.text());
  }
};

}  // namespace p2pchat::isolation
