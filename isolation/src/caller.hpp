// SPDX-License-Identifier: MIT
#pragma once
#include "answer.hpp"
#include "arguments.hpp"
#include "frame.hpp"
#include "intake.hpp"
#include "isolation/method.hpp"
#include "line.hpp"
#include "outlet.hpp"

#include <p2pchat/fn.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <unordered_map>

namespace p2pchat::isolation {

class Caller;
template <class Interface>
class Remote;

/// A call that is being made, until its answer is there.
struct Awaited {
  /// Makes the arguments of a `done` that answers with this status and nothing else.
  using Refusal = std::string (*)(const sdk::Status&);

  std::uint64_t number = 0;
  std::function<bool(Reader&)> visit;  ///< of the callback that was lent, if one was
  std::vector<std::pair<std::uint64_t, Refusal>> given =
      {};                             ///< callbacks, and how each is refused: null when it is not
  const sdk::bytes* array = nullptr;  ///< whose length is the next argument
};

/// How long a caller waits for an answer before the other end counts as hanging, which ends the link.
struct Patience {
  std::shared_ptr<Line> line;  ///< whose thread serves the other end while it waits; may be null
  std::optional<std::chrono::milliseconds> on_line, elsewhere;
};

/// The calling end: sends calls, keeps the callbacks that were given away with them, and waits for answers where a call
/// has one.
///
/// Thread: any; calls that have an answer block, and read what the other end says meanwhile if nobody else does. They
/// are never made by what reading takes.
class Caller : public std::enable_shared_from_this<Caller> {
 public:
  /// Runs what was given away where callbacks belong; with it come so many octets.
  using Post = std::function<void(std::size_t octets, sdk::Fn<void()>&&)>;

  Caller(std::shared_ptr<Outlet> outlet, std::shared_ptr<Intake> intake, Post post, Patience patience = {})
      : outlet_(std::move(outlet)),
        intake_(std::move(intake)),
        post_(std::move(post)),
        patience_(std::move(patience)) {}

  /// Calls a method of an object of the other end. When the other end is gone, the answer is `cancelled`, or nothing;
  /// when the arguments are over the limit of a frame, `too_large`.
  template <auto pointer, class... A>
  auto call(std::uint32_t object, A&&... arguments) {
    return Calling<pointer, typename Signature<decltype(pointer)>::Plain>::make(*this, object,
                                                                                std::forward<A>(arguments)...);
  }
  /// What a call returns, and leaves in its arguments, when nobody is there who could be called.
  template <auto pointer, class... A>
  static auto failed(const sdk::Status& status, A&&... arguments) {
    return Calling<pointer, typename Signature<decltype(pointer)>::Plain>::failed(status,
                                                                                  std::forward<A>(arguments)...);
  }
  /// Keeps a callback that is given away; returns its number, 0 when it is empty.
  template <class... A>
  std::uint64_t keep(sdk::Fn<void(A...)>&& f) {
    if (!f) return 0;
    return keep([f = std::move(f)](Reader& in) -> std::uint32_t { return Arguments<A...>::read(in, f) ? 1 : 0; });
  }
  /// Takes an `answer`, a `visit`, an `invoke` or a `drop`; false when it is malformed. Thread: the one that reads.
  bool take(const Head& head, std::string frame, std::size_t begin);
  /// No answer comes any more; what was given away is dropped.
  void close();

  /// For whoever asks by another frame than a call: a number, and the answer that comes to it.
  std::uint64_t begin_waiting();
  std::optional<std::string> wait(const Awaited& awaited, std::size_t& begin);
  Outlet& outlet() { return *outlet_; }

 private:
  template <auto pointer, class Plain>
  struct Calling;
  using Invoker = sdk::Fn<std::uint32_t(Reader&)>;
  struct Arrived {
    Kind kind;
    std::string frame;
    std::size_t begin;
  };
  using Waiting = std::deque<Arrived>;

  std::uint64_t keep(Invoker invoker);
  std::uint64_t next_number();
  void begin_waiting(std::uint64_t number);
  bool await(std::unique_lock<std::mutex>& lock, const Waiting& arrived);
  void drop(std::uint64_t number);
  void refuse(const Awaited& awaited, const sdk::Status& status);
  void invoke(std::uint64_t number, std::string_view arguments);
  sdk::str kept_text(std::string_view text);

  const std::shared_ptr<Outlet> outlet_;
  const std::shared_ptr<Intake> intake_;
  const Post post_;
  const Patience patience_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::unordered_map<std::uint64_t, std::shared_ptr<Invoker>> kept_;
  std::unordered_map<std::uint64_t, Waiting> waiting_;
  std::set<std::string, std::less<>> texts_;  // what was returned as a borrowed text
  std::uint64_t last_number_ = 0;
  bool closed_ = false;
};

/// How one parameter of a call is written, filled from the answer, and filled without one, by its type: a value as it
/// is.
template <class P>
struct Sent {
  static void write(Writer& to, Caller&, Awaited& awaited, P value) {
    if constexpr (std::is_same_v<P, std::uint32_t>) write_array(to, std::exchange(awaited.array, nullptr), value);
    Value<std::remove_cvref_t<P>>::write(to, value);
  }
  static void read(Reader&, P) {}
  static void fail(const sdk::Status&, P) {}

 private:
  static void write_array(Writer& to, const sdk::bytes* array, std::uint32_t count) {
    if (!array) return;
    to.number(count);
    for (std::uint32_t i = 0; i < count; ++i) Value<sdk::bytes>::write(to, array[i]);
  }
};

/// An array, which is written with its length.
template <>
struct Sent<const sdk::bytes*> {
  static constexpr sdk::bytes none{};
  static void write(Writer&, Caller&, Awaited& awaited, const sdk::bytes* array) {
    awaited.array = array ? array : &none;
  }
  static void read(Reader&, const sdk::bytes*) {}
  static void fail(const sdk::Status&, const sdk::bytes*) {}
};

/// What the call fills.
template <class T>
requires(!std::is_const_v<T>) struct Sent<T&> {
  static void write(Writer&, Caller&, Awaited&, T&) {}
  static void read(Reader& from, T& value) { Value<T>::read(from, value); }
  static void fail(const sdk::Status& status, T& value) {
    if constexpr (std::is_same_v<T, sdk::Status>) value = status;
  }
};

/// A sink: it gets what the answer brings.
template <>
struct Sent<sdk::Out&> {
  static void write(Writer&, Caller&, Awaited&, sdk::Out&) {}
  static void read(Reader& from, sdk::Out& out) { (void)out.append(from.text()); }
  static void fail(const sdk::Status&, sdk::Out&) {}
};

/// How a callback is refused, if it is a `done`.
template <class... A>
inline constexpr Awaited::Refusal refusal = nullptr;
template <class... A>
inline constexpr Awaited::Refusal refusal<const sdk::Status&, A...> = [](const sdk::Status& status) {
  std::string octets;
  Writer to(octets);
  Arguments<const sdk::Status&, A...>::write(to, status, std::remove_cvref_t<A>()...);
  return octets;
};

/// A callback that is given away: the number it is kept under.
template <class... A>
struct Sent<sdk::Fn<void(A...)>&&> {
  static void write(Writer& to, Caller& caller, Awaited& awaited, sdk::Fn<void(A...)>&& f) {
    const auto number = caller.keep(std::move(f));
    to.number(number);
    if (number != 0) awaited.given.emplace_back(number, refusal<A...>);
  }
  static void read(Reader&, sdk::Fn<void(A...)>&&) {}
  static void fail(const sdk::Status&, sdk::Fn<void(A...)>&&) {}
};

/// A callback that is lent: it is called by the thread that waits for the answer, and may have an answer of its own.
template <class R, class... A>
struct Sent<const sdk::Fn<R(A...)>&> {
  static void write(Writer&, Caller& caller, Awaited& awaited, const sdk::Fn<R(A...)>& f) {
    if constexpr (std::is_void_v<R>)
      awaited.visit = [&f](Reader& in) { return Arguments<A...>::read(in, f); };
    else
      awaited.visit = [&f, &caller](Reader& in) {
        Frame answer(Kind::answer, in.number<std::uint64_t>());
        const auto call = [&](A... arguments) { Value<R>::write(answer.writer(), f(static_cast<A>(arguments)...)); };
        const bool good = Arguments<A...>::read(in, call);
        if (good) caller.outlet().send(answer.finish());
        return good;
      };
  }
  static void read(Reader&, const sdk::Fn<R(A...)>&) {}
  static void fail(const sdk::Status&, const sdk::Fn<R(A...)>&) {}
};

template <auto pointer, class R, class... P>
struct Caller::Calling<pointer, R(P...)> {
  using Interface = typename Signature<decltype(pointer)>::Interface;
  static constexpr std::string_view gone = "the other process is gone";
  static constexpr bool answers = has_answer<R(P...)> || is_awaited<pointer>;

  static R make(Caller& caller, std::uint32_t object, P... arguments) {
    Awaited awaited{caller.next_number(), {}};
    Frame frame(Kind::call, awaited.number);
    frame.writer().number(object);
    frame.writer().number(MethodsOf<Interface>::template number<pointer>());
    (Sent<P>::write(frame.writer(), caller, awaited, static_cast<P>(arguments)), ...);
    auto octets = frame.finish();
    if (octets.size() > max_frame) {
      const sdk::Status status(sdk::Errc::too_large, "over the 16 MiB that can be carried to another process");
      caller.refuse(awaited, status);
      return failed(status, static_cast<P>(arguments)...);
    }
    if constexpr (answers) caller.begin_waiting(awaited.number);
    caller.outlet_->send(std::move(octets));
    if constexpr (answers) {
      std::size_t begin = 0;
      const auto answer = caller.wait(awaited, begin);
      if (!answer) return failed({sdk::Errc::cancelled, gone}, static_cast<P>(arguments)...);
      Reader in(std::string_view(*answer).substr(begin));
      if constexpr (std::is_void_v<R>)
        (Sent<P>::read(in, static_cast<P>(arguments)), ...);
      else
        return result(caller, in, static_cast<P>(arguments)...);
    }
  }
  /// What a call that cannot be made returns.
  static R failed(const sdk::Status& status, P... arguments) {
    (Sent<P>::fail(status, static_cast<P>(arguments)), ...);
    if constexpr (std::is_same_v<R, sdk::Status>)
      return status;
    else if constexpr (!std::is_void_v<R>)
      return R();
  }

 private:
  static R result(Caller& caller, Reader& in, P... arguments) requires(!std::is_void_v<R>) {
    using Travels = std::conditional_t<std::is_pointer_v<R>, std::uint32_t, R>;
    Travels value{};
    Value<Travels>::read(in, value);
    (Sent<P>::read(in, static_cast<P>(arguments)), ...);
    if (!in.finished()) {
      caller.outlet_->close("sent a malformed answer");
      return failed({sdk::Errc::internal, "a malformed answer"}, static_cast<P>(arguments)...);
    }
    if constexpr (std::is_pointer_v<R>) {
      using Made = std::remove_pointer_t<R>;
      return value == 0 ? nullptr : new Forwarder<Made, Remote<Made>>(caller.shared_from_this(), value);
    } else if constexpr (std::is_same_v<R, sdk::str>) {
      return caller.kept_text(value);
    } else {
      return value;
    }
  }
};

}  // namespace p2pchat::isolation
