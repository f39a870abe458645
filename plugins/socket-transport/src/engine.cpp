// SPDX-License-Identifier: MIT
#include "engine.hpp"

#include "engine_state.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <string>

namespace p2pchat::socket_transport {
namespace {

constexpr std::size_t inbound_per_address = 64;

void set(int socket, int level, int option, int value) { setsockopt(socket, level, option, &value, sizeof value); }

// Finds out within two minutes that the other machine is gone, whether we are writing or not.
void configure(int socket) {
  set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
  set(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
  set(socket, IPPROTO_TCP, TCP_KEEPIDLE, 60);
  set(socket, IPPROTO_TCP, TCP_KEEPINTVL, 15);
  set(socket, IPPROTO_TCP, TCP_KEEPCNT, 4);
  set(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, 60'000);
}

// Signals are for the main thread.
void serve_sockets(EngineState& state) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  pthread_setname_np(pthread_self(), "p2pchat-sockets");
  state.context.run();
}

}  // namespace

EngineState::EngineState(Inbox& in, std::uint32_t frame_limit)
    : inbox(in), max_frame(frame_limit), limits(most_inbound(), inbound_per_address) {
  resumed.expires_at(asio::steady_timer::time_point::max());
}

void EngineState::spawn(asio::awaitable<void> coroutine) {
  asio::co_spawn(context, std::move(coroutine), [this](const std::exception_ptr& escaped) {
    try {
      if (escaped) std::rethrow_exception(escaped);
    } catch (const std::exception& e) {
      log(std::string("socket thread: ") + e.what());
    }
  });
}

void EngineState::open(std::shared_ptr<Stream> stream, Event::Kind how) {
  configure(stream->socket.native_handle());
  Event event;
  event.kind = how;
  event.stream = stream->id;
  event.place = stream->remote;
  event.value = stream->socket.native_handle();
  inbox.push(event);
  spawn(read_frames(*this, std::move(stream)));
}

void EngineState::close(StreamId id) {
  const auto found = streams.find(id);
  if (found == streams.end()) return;
  if (found->second->inbound) limits.leave(found->second->remote);
  boost::system::error_code ignored;
  static_cast<void>(found->second->socket.close(ignored));
  streams.erase(found);
  resumed.cancel();
}

void EngineState::close_all() {
  stopping = true;
  boost::system::error_code ignored;
  for (auto& acceptor : acceptors) static_cast<void>(acceptor.close(ignored));
  for (auto& socket : datagram_sockets) socket.release(ignored);
  for (auto& [id, stream] : streams) static_cast<void>(stream->socket.close(ignored));
  streams.clear();
  resumed.cancel();
  accept_pause.cancel();
  work.reset();
}

void EngineState::tell_ended(StreamId id, int error) {
  Event event;
  event.kind = Event::Kind::ended;
  event.stream = id;
  event.value = error;
  inbox.push(event);
}

void EngineState::log(std::string_view text) {
  inbox.push({}, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

asio::awaitable<void> wait_for_room(EngineState& engine) {
  while (!engine.stopping && !engine.inbox.room()) co_await engine.resumed.async_wait(as_result);
}

Engine::Engine(Inbox& inbox, std::uint32_t max_frame)
    : state_(std::make_unique<EngineState>(inbox, max_frame)), thread_([this] { serve_sockets(*state_); }) {}

Engine::~Engine() { stop(); }  // NOLINT(bugprone-exception-escape): only without memory for the call to end

void Engine::serve(Listening& listening) {
  const bool ipv6 = listening.bound.family == Family::ipv6;
  asio::post(state_->context,
             [state = state_.get(), ipv6, stream = listening.stream.release(), datagram = listening.datagram.get()] {
               boost::system::error_code error;
               auto& acceptor = state->acceptors.emplace_back(state->context);
               static_cast<void>(acceptor.assign(ipv6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), stream, error));
               auto& socket = state->datagram_sockets.emplace_back(state->context);
               if (!error)
                 static_cast<void>(socket.assign(ipv6 ? asio::ip::udp::v6() : asio::ip::udp::v4(), datagram, error));
               if (error) return state->log("cannot watch the listening sockets: " + error.message());
               state->spawn(accept_streams(*state, acceptor));
               state->spawn(serve_datagrams(*state, socket));
             });
}

void Engine::hear(int datagram_socket) {
  asio::post(state_->context, [state = state_.get(), datagram_socket] {
    boost::system::error_code error;
    auto& socket = state->datagram_sockets.emplace_back(state->context);
    static_cast<void>(socket.assign(asio::ip::udp::v4(), datagram_socket, error));
    if (error) return state->log("cannot watch a group's socket: " + error.message());
    state->spawn(serve_datagrams(*state, socket));
  });
}

void Engine::connect(StreamId stream, const Endpoint& to, const std::optional<Endpoint>& from) {
  asio::post(state_->context,
             [state = state_.get(), stream, to, from] { state->spawn(connect_stream(*state, stream, to, from)); });
}

void Engine::join(StreamId one, StreamId other, std::uint32_t octets_per_second) {
  asio::post(state_->context, [state = state_.get(), one, other, octets_per_second] {
    const auto a = state->streams.find(one), b = state->streams.find(other);
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      if (a != state->streams.end() && b != state->streams.end())
        state->spawn(copy_octets(*state, from->second, to->second, octets_per_second));
      else
        state->tell_ended(from == a ? one : other);
    }
  });
}

void Engine::wait_writable(StreamId stream) {
  asio::post(state_->context, [state = state_.get(), stream] {
    const auto found = state->streams.find(stream);
    if (found != state->streams.end()) state->spawn(tell_writable(*state, found->second));
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

}  // namespace p2pchat::socket_transport
