// SPDX-License-Identifier: MIT
#include "connections.hpp"

#include "local_socket.hpp"
#include "place.hpp"
#include "transport/ending.hpp"
#include "transport/frame_cutter.hpp"
#include "transport/writing.hpp"

#include <cerrno>
#include <utility>

namespace p2pchat::local_transport {
namespace {

constexpr std::uint64_t dial_timeout_us = 10'000'000, dial_pause_ms = 20, sweep_ms = 5'000;

}  // namespace

struct Connections::Connection {
  Connection(std::string endpoint, std::size_t queue_limit) : name(std::move(endpoint)), queue(queue_limit) {}
  const std::string name;  ///< what its frames come `from`
  SendQueue queue;
  Activity activity;
  StreamId stream = 0;
  int socket = -1;
  int write_error = 0;  ///< errno of the write that failed; the reader tells the end, after what had still arrived
  Phase phase = Phase::dialling;
  bool closing = false;  ///< ends once the queue is empty
  bool blocked = false;  ///< the system takes no more; `writable` follows
  bool marked = false;
};

Connections::ConnectionPtr Connections::find(const std::string& endpoint) const {
  const auto found = by_name_.find(endpoint);
  return found == by_name_.end() ? nullptr : found->second;
}

void Connections::send(const std::string& endpoint, sdk::bytes frame, sdk::StatusFn&& done) {
  if (stopped_) return;
  schedule_flush();
  if (frame.len > settings_.max_frame)
    return reports_.answer(std::move(done),
                           {sdk::Errc::too_large, "a frame of " + std::to_string(frame.len) + " bytes; at most " +
                                                      std::to_string(settings_.max_frame) + " go in one"});
  auto connection = find(endpoint);
  sdk::Status why_not;
  if (!connection) connection = dial(endpoint, why_not);
  if (!connection) return reports_.answer(std::move(done), why_not);
  if (!connection->queue.fits(frame.len))
    return reports_.answer(std::move(done), {sdk::Errc::busy, connection->name + " reads too slowly: try later"});
  if (connection->queue.empty()) connection->activity.written_us = host_.ticks_us();
  connection->queue.push(frame, std::move(done));
  mark(connection);
}

Connections::ConnectionPtr Connections::dial(const std::string& endpoint, sdk::Status& why_not) {
  if (!name_of(endpoint)) {
    why_not = is_caller(endpoint)
                  ? sdk::Status(sdk::Errc::refused, "the connection " + endpoint.substr(0, 40) + " has ended")
                  : sdk::Status(sdk::Errc::invalid, "not an endpoint: `" + endpoint.substr(0, 40) +
                                                        "`; write local: and a name that somebody listens at");
    return nullptr;
  }
  auto connection = std::make_shared<Connection>(endpoint, settings_.queue_limit);
  connection->activity.opened_us = host_.ticks_us();
  const int error = connect(connection);
  if (error != 0 && error != EAGAIN) {
    why_not = why_not_connected(endpoint, error);
    return nullptr;
  }
  by_name_.emplace(endpoint, connection);
  all_.insert(connection);
  if (error != 0) host_.after(dial_pause_ms, [this, connection] { dial_again(connection); });
  return connection;
}

int Connections::connect(const ConnectionPtr& connection) {
  auto socket = new_socket(SOCK_STREAM);
  if (!socket) return errno;
  const int error = connect_to(socket.get(), folder_.stream_at(*name_of(connection->name)));
  if (error != 0) return error == ENOENT ? ECONNREFUSED : error;
  const auto stream = std::exchange(next_stream_, next_stream_ + 2);
  const int descriptor = socket.get();
  engine_.read(stream, std::move(socket));
  stand(connection, stream, descriptor);
  return 0;
}

void Connections::dial_again(const ConnectionPtr& connection) {
  if (stopped_ || connection->phase != Phase::dialling) return;
  const int error = connect(connection);
  if (error == 0) return;
  const bool is_late = host_.ticks_us() > connection->activity.opened_us + dial_timeout_us;
  if (error == EAGAIN && !is_late)
    return static_cast<void>(host_.after(dial_pause_ms, [this, connection] { dial_again(connection); }));
  lose(connection, why_not_connected(connection->name, is_late ? ETIMEDOUT : error));
}

/// It carries frames from now on.
void Connections::stand(const ConnectionPtr& connection, StreamId stream, int socket) {
  connection->stream = stream;
  connection->socket = socket;
  connection->phase = Phase::open;
  connection->activity.opened_us = connection->activity.written_us = host_.ticks_us();
  by_stream_.emplace(stream, connection);
  mark(connection);
  watch();
}

void Connections::close(const std::string& endpoint) {
  const auto connection = find(endpoint);
  if (!connection || stopped_) return;
  unname(connection);
  connection->closing = true;
  connection->activity.closing_us = host_.ticks_us();
  reports_.ended(connection->name, {sdk::Errc::ok, "closed here"});
  mark(connection);
}

void Connections::unname(const ConnectionPtr& connection) {
  if (find(connection->name) == connection) by_name_.erase(connection->name);
}

void Connections::handle(const Event& event, std::span<const std::uint8_t> octets) {
  if (event.kind == Event::Kind::accepted) {
    auto connection = std::make_shared<Connection>(event.place, settings_.queue_limit);
    connection->activity.inbound = true;
    by_name_.emplace(connection->name, connection);
    all_.insert(connection);
    return stand(connection, event.stream, event.value);
  }
  const auto found = by_stream_.find(event.stream);
  if (found == by_stream_.end()) return;  // given up while this was under way
  const auto connection = found->second;
  switch (event.kind) {
    case Event::Kind::frames:
      return hand_up(connection, octets);
    case Event::Kind::ended:
      lose(connection,
           why_ended(connection->name, connection->write_error != 0 ? connection->write_error : event.value));
      return reports_.tell(ears_.closed);  // before a new connection of the same name says anything
    case Event::Kind::writable:
      connection->blocked = false;
      return mark(connection);
    default:
      return;
  }
}

void Connections::hand_up(const ConnectionPtr& connection, std::span<const std::uint8_t> frames) {
  connection->activity.heard_us = host_.ticks_us();
  while (const auto frame = next_frame(frames)) {
    if (connection->closing || connection->phase != Phase::open) return;  // also when the listener just closed it
    if (ears_.frame) ears_.frame(connection->name, *frame);
  }
}

void Connections::write(const ConnectionPtr& connection) {
  auto& queue = connection->queue;
  if (connection->phase == Phase::dialling && connection->closing && queue.empty()) return lose(connection, {});
  if (connection->phase != Phase::open || connection->blocked) return;
  const auto written = write_waiting(connection->socket, queue, reports_.finished());
  if (written.some) connection->activity.written_us = host_.ticks_us();
  connection->write_error = written.error;
  connection->blocked = written.blocked || written.error != 0;
  if (written.blocked) engine_.wait_writable(connection->stream);
  if (connection->blocked || !connection->closing) return;
  ::shutdown(connection->socket, SHUT_WR);  // the other side reads to the end, closes, and `ended` comes
  connection->phase = Phase::draining;
}

void Connections::lose(const ConnectionPtr& connection, const sdk::Status& why) {
  if (connection->phase == Phase::over) return;
  const bool to_be_told = connection->phase == Phase::open && !connection->closing;
  connection->phase = Phase::over;
  all_.erase(connection);
  unname(connection);
  if (by_stream_.erase(connection->stream) > 0) engine_.close(connection->stream);
  std::vector<sdk::StatusFn> failed;
  connection->queue.abandon(failed);
  const auto status = why.ok() ? sdk::Status(sdk::Errc::io, why.text) : why;
  for (auto& done : failed) reports_.answer(std::move(done), status);
  if (to_be_told) reports_.ended(connection->name, why);
  schedule_flush();
}

void Connections::mark(const ConnectionPtr& connection) {
  schedule_flush();
  if (!std::exchange(connection->marked, true)) marked_.push_back(connection);
}

void Connections::schedule_flush() {
  if (std::exchange(flush_posted_, true)) return;
  host_.post([this] {
    flush_posted_ = false;
    if (!stopped_) flush();
  });
}

void Connections::flush() {
  for (const auto& connection : std::exchange(marked_, {})) {
    connection->marked = false;
    write(connection);
  }
  reports_.tell(ears_.closed);
}

void Connections::sweep() {
  sweeping_ = false;
  if (stopped_ || all_.empty()) return;
  const auto now_us = host_.ticks_us();
  std::vector<std::pair<ConnectionPtr, const char*>> over;
  for (const auto& connection : all_) {
    connection->activity.waiting = !connection->queue.empty();
    const auto* why = connection->phase == Phase::dialling ? nullptr : overdue(connection->activity, now_us);
    if (why) over.emplace_back(connection, why);
  }
  for (const auto& [connection, why] : over) lose(connection, {sdk::Errc::timed_out, connection->name + ": " + why});
  watch();
}

void Connections::watch() {
  if (!std::exchange(sweeping_, true)) host_.after(sweep_ms, [this] { sweep(); });
}

void Connections::shut_down() {
  for (const auto& connection : all_)
    if (connection->phase == Phase::open || connection->phase == Phase::draining)
      say_goodbye(connection->socket, connection->queue, reports_.finished());
}

void Connections::cancel_all() {
  stopped_ = true;
  std::vector<sdk::StatusFn> cancelled;
  for (const auto& connection : std::exchange(all_, {})) {
    connection->phase = Phase::over;
    connection->queue.abandon(cancelled);
  }
  by_name_.clear();
  by_stream_.clear();
  reports_.tell_answers();
  for (const auto& done : cancelled) done({sdk::Errc::cancelled, "the transport stopped"});
}

}  // namespace p2pchat::local_transport
