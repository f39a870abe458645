// SPDX-License-Identifier: MIT
#include "engine.hpp"

#include "datagrams.hpp"
#include "local_socket.hpp"
#include "place.hpp"
#include "transport/frame_cutter.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/datagram_protocol.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <pthread.h>
#include <signal.h>

#include <cerrno>
#include <chrono>
#include <list>
#include <unordered_map>

namespace p2pchat::local_transport {
namespace {

namespace asio = boost::asio;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
using LocalStream = asio::local::stream_protocol;
using LocalDatagram = asio::local::datagram_protocol;
using Work = asio::executor_work_guard<asio::io_context::executor_type>;

// Out of descriptors or memory: others need time to give some back.
constexpr std::chrono::milliseconds shortage_pause{200};

Event event_of(Event::Kind kind, StreamId stream, int value = 0, std::string place = {}) {
  Event event;
  event.kind = kind;
  event.stream = stream;
  event.value = value;
  event.place = std::move(place);
  return event;
}

/// Signals are for the main thread.
void wait_for_sockets(asio::io_context& context) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  pthread_setname_np(pthread_self(), "p2pchat-local");
  context.run();
}

}  // namespace

/// Everything the socket thread owns. Its coroutines live in `context`, end when their socket or timer is closed, and
/// `context.run` returns when the last has ended. Thread: sockets.
struct Engine::State {
  using StreamPtr = std::shared_ptr<LocalStream::socket>;

  State(Inbox& in, std::uint32_t frame_limit, std::optional<std::uint32_t> user)
      : inbox(in), max_frame(frame_limit), only(user) {
    resumed.expires_at(asio::steady_timer::time_point::max());
  }

  void spawn(asio::awaitable<void> coroutine) {
    asio::co_spawn(context, std::move(coroutine), [this](const std::exception_ptr& escaped) {
      try {
        if (escaped) std::rethrow_exception(escaped);
      } catch (const std::exception& e) {
        log(std::string("socket thread: ") + e.what());
      }
    });
  }
  void log(std::string_view text) { inbox.push({}, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}); }
  asio::awaitable<void> wait_for_room() {
    while (!stopping && !inbox.room()) co_await resumed.async_wait(as_result);
  }
  void admit(LocalStream::socket socket);
  void take(StreamId id, const StreamPtr& stream) {
    streams.emplace(id, stream);
    spawn(read_frames(id, stream));
  }
  asio::awaitable<void> accept_streams(LocalStream::acceptor& acceptor);
  asio::awaitable<void> read_frames(StreamId id, StreamPtr stream);
  asio::awaitable<void> tell_writable(StreamId id, StreamPtr stream);
  asio::awaitable<void> serve_datagrams(LocalDatagram::socket& socket);
  void close(StreamId id);
  void close_all();

  Inbox& inbox;
  const std::uint32_t max_frame;
  const std::optional<std::uint32_t> only;
  asio::io_context context{1};
  Work work{context.get_executor()};
  asio::steady_timer resumed{context};  // never expires: cancelling it wakes the readers that wait for the loop
  asio::steady_timer accept_pause{context};
  std::unordered_map<StreamId, StreamPtr> streams;
  std::list<LocalStream::acceptor> acceptors;
  std::list<LocalDatagram::socket> datagram_sockets;
  const std::size_t most_strangers = most_inbound();
  std::size_t strangers = 0;
  StreamId next_inbound = 1;
  bool stopping = false;
};

void Engine::State::admit(LocalStream::socket socket) {
  const auto user = user_at(socket.native_handle());
  if (!user || (only && *user != *only)) return log("a process of another user connected, and is not let in");
  if (strangers >= most_strangers) return;
  ++strangers;
  const auto id = next_inbound;
  next_inbound += 2;
  auto stream = std::make_shared<LocalStream::socket>(std::move(socket));
  inbox.push(event_of(Event::Kind::accepted, id, stream->native_handle(), caller(*user, id / 2 + 1)));
  take(id, stream);
}

asio::awaitable<void> Engine::State::accept_streams(LocalStream::acceptor& acceptor) {
  while (!stopping) {
    auto [error, socket] = co_await acceptor.async_accept(as_result);
    if (stopping) co_return;
    if (!error) {
      admit(std::move(socket));
      continue;
    }
    log("cannot accept a connection: " + error.message() + "; trying on");
    accept_pause.expires_after(shortage_pause);
    co_await accept_pause.async_wait(as_result);
  }
}

asio::awaitable<void> Engine::State::read_frames(StreamId id, StreamPtr stream) {
  FrameCutter cutter(max_frame);
  for (;;) {
    const auto room = cutter.room();
    const auto buffer = asio::buffer(room.data(), room.size());
    const auto [error, size] = co_await stream->async_read_some(buffer, as_result);
    if (error) {
      const int whole = cutter.inside_frame() ? EBADMSG : 0;
      inbox.push(event_of(Event::Kind::ended, id, error == asio::error::eof ? whole : error.value()));
      co_return;
    }
    const auto frames = cutter.filled(size);
    const bool has_room = frames.empty() || inbox.push(event_of(Event::Kind::frames, id), frames);
    if (cutter.oversized()) {
      inbox.push(event_of(Event::Kind::ended, id, EMSGSIZE));
      co_return;
    }
    if (!has_room) co_await wait_for_room();
  }
}

asio::awaitable<void> Engine::State::tell_writable(StreamId id, StreamPtr stream) {
  const auto [error] = co_await stream->async_wait(LocalStream::socket::wait_write, as_result);
  if (!error) inbox.push(event_of(Event::Kind::writable, id));
}

asio::awaitable<void> Engine::State::serve_datagrams(LocalDatagram::socket& socket) {
  const int descriptor = socket.native_handle();
  for (;;) {
    const auto [error] = co_await socket.async_wait(LocalDatagram::socket::wait_read, as_result);
    if (error || stopping) co_return;
    bool has_room = true;
    while (has_room && receive_datagram(descriptor, [&](const std::string& from, sdk::bytes payload) {
             has_room = inbox.push(event_of(Event::Kind::datagram, 0, 0, from), payload);
           })) {
    }
    co_await wait_for_room();
  }
}

void Engine::State::close(StreamId id) {
  const auto found = streams.find(id);
  if (found == streams.end()) return;
  if (id % 2 != 0) --strangers;
  boost::system::error_code ignored;
  static_cast<void>(found->second->close(ignored));
  streams.erase(found);
  resumed.cancel();
}

void Engine::State::close_all() {
  stopping = true;
  boost::system::error_code ignored;
  for (auto& acceptor : acceptors) static_cast<void>(acceptor.close(ignored));
  for (auto& socket : datagram_sockets) socket.release(ignored);
  for (auto& [id, stream] : streams) static_cast<void>(stream->close(ignored));
  streams.clear();
  resumed.cancel();
  accept_pause.cancel();
  work.reset();
}

Engine::Engine(Inbox& inbox, std::uint32_t max_frame, std::optional<std::uint32_t> only)
    : state_(std::make_unique<State>(inbox, max_frame, only)), thread_([this] { wait_for_sockets(state_->context); }) {}

Engine::~Engine() { stop(); }  // NOLINT(bugprone-exception-escape): only without memory for the call to end

void Engine::serve(Listening& listening) {
  asio::post(state_->context,
             [state = state_.get(), stream = listening.stream.release(), datagram = listening.datagram.get()] {
               auto& acceptor = state->acceptors.emplace_back(state->context, LocalStream(), stream);
               auto& socket = state->datagram_sockets.emplace_back(state->context, LocalDatagram(), datagram);
               state->spawn(state->accept_streams(acceptor));
               state->spawn(state->serve_datagrams(socket));
             });
}

void Engine::read(StreamId stream, Descriptor socket) {
  asio::post(state_->context, [state = state_.get(), stream, descriptor = socket.release()] {
    state->take(stream, std::make_shared<LocalStream::socket>(state->context, LocalStream(), descriptor));
  });
}

void Engine::wait_writable(StreamId stream) {
  asio::post(state_->context, [state = state_.get(), stream] {
    const auto found = state->streams.find(stream);
    if (found != state->streams.end()) state->spawn(state->tell_writable(stream, found->second));
  });
}

void Engine::close(StreamId stream) {
  asio::post(state_->context, [state = state_.get(), stream] { state->close(stream); });
}

void Engine::resume_reading() {
  asio::post(state_->context, [state = state_.get()] { state->resumed.cancel(); });
}

void Engine::stop() {
  if (!thread_.joinable()) return;
  asio::post(state_->context, [state = state_.get()] { state->close_all(); });
  thread_.join();
}

}  // namespace p2pchat::local_transport
