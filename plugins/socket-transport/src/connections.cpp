// SPDX-License-Identifier: MIT
#include "connections.hpp"

#include "connection.hpp"
#include "transport/ending.hpp"
#include "transport/frame_cutter.hpp"

#include <utility>

namespace p2pchat::socket_transport {
namespace {

constexpr std::uint64_t sweep_ms = 5'000;

}  // namespace

Connections::Connections(sdk::Host& host, Engine& engine, NameCache& names, Ears& ears, const Settings& settings)
    : host_(host),
      engine_(engine),
      names_(names),
      ears_(ears),
      settings_(settings),
      switchboard_(host, engine, settings.relay_limit),
      puncher_(host, engine, [this] { return new_stream(); }) {}

Connections::ConnectionPtr Connections::find(std::string_view endpoint) const {
  const auto found = by_name_.find(endpoint);
  return found == by_name_.end() ? nullptr : found->second;
}

void Connections::send(std::string_view endpoint, sdk::bytes frame, sdk::StatusFn&& done) {
  if (stopped_) return;
  if (frame.len > settings_.max_frame)
    return tell(std::move(done), {sdk::Errc::too_large, "a frame of " + std::to_string(frame.len) + " bytes; at most " +
                                                            std::to_string(settings_.max_frame) + " go in one"});
  if (recent_ && recent_->name == endpoint) return enqueue(recent_, frame, std::move(done));
  auto connection = find(endpoint);
  sdk::Status why_not;
  if (!connection) connection = dial(endpoint, why_not);
  if (!connection) return tell(std::move(done), why_not);
  recent_ = std::move(connection);
  enqueue(recent_, frame, std::move(done));
}

void Connections::unname(const ConnectionPtr& connection) {
  if (recent_ == connection) recent_ = nullptr;
  if (find(connection->name) == connection) by_name_.erase(connection->name);
}

/// Of two ways to one node this is the one it chose; the other ends by itself.
void Connections::take_name(const ConnectionPtr& connection) {
  if (const auto other = find(connection->name)) unname(other);
  by_name_.emplace(connection->name, connection);
}

void Connections::enqueue(const ConnectionPtr& connection, sdk::bytes frame, sdk::StatusFn&& done) {
  if (!connection->queue.fits(frame.len))
    return tell(std::move(done), {sdk::Errc::busy, connection->name + " reads too slowly: try later"});
  if (connection->queue.empty()) connection->activity.written_us = host_.ticks_us();
  connection->queue.push(frame, std::move(done));
  mark(connection);
}

void Connections::close(std::string_view endpoint) {
  auto connection = find(endpoint);
  if (!connection)
    if (const auto numeric = parse_endpoint(endpoint)) connection = find(to_text(*numeric));
  if (!connection || stopped_) return;
  unname(connection);
  connection->closing = true;
  connection->activity.closing_us = host_.ticks_us();
  reports_.ended(connection->name, {sdk::Errc::ok, "closed here"});
  mark(connection);
}

void Connections::handle(const Event& event, std::span<const std::uint8_t> octets) {
  if (event.kind == Event::Kind::accepted) return accepted(event);
  if (event.kind == Event::Kind::control) return hand_to_switchboard(event, octets);
  if (event.kind == Event::Kind::ended && switchboard_.ended(event.stream)) return;
  if (puncher_.handle(event, octets)) return;
  const auto found = by_stream_.find(event.stream);
  if (found == by_stream_.end()) return;  // given up while this was under way
  const auto connection = found->second;
  switch (event.kind) {
    case Event::Kind::connected:
      return opened(connection, event.value);
    case Event::Kind::frames:
      return hand_up(connection, octets);
    case Event::Kind::ended:
      ended(connection, event.value);
      return report();  // before a new connection of the same name says anything
    case Event::Kind::writable:
      connection->blocked = false;
      return mark(connection);
    default:
      return;
  }
}

void Connections::hand_up(const ConnectionPtr& connection, std::span<const std::uint8_t> frames) {
  if (connection->phase == Phase::calling) return hear_answer(connection, frames);
  bool is_first = connection->activity.inbound && connection->opening.empty() && connection->activity.heard_us == 0;
  connection->activity.heard_us = host_.ticks_us();
  while (const auto frame = next_frame(frames)) {
    if (connection->closing || connection->phase != Phase::open) return;  // also when the listener just closed it
    if (std::exchange(is_first, false) && take_control(connection, *frame)) continue;
    if (std::exchange(connection->is_second, false)) take_name(connection);
    if (connection->purpose == Purpose::datagrams)
      hand_up_datagram(connection, *frame);
    else if (ears_.frame)
      ears_.frame(connection->name, *frame);
  }
}

void Connections::ended(const ConnectionPtr& connection, int error) {
  if (connection->write_error != 0) error = connection->write_error;
  if (connection->phase != Phase::dialling) return lose(connection, why_ended(connection->name, error));
  by_stream_.erase(connection->stream);
  engine_.close(connection->stream);
  dial_next(connection, why_not_connected(connection->name, error));
}

void Connections::lose(const ConnectionPtr& connection, const sdk::Status& why) {
  if (connection->phase == Phase::over) return;
  const bool to_be_told = connection->phase == Phase::open && !connection->closing;
  connection->phase = Phase::over;
  all_.erase(connection);
  unname(connection);
  if (by_stream_.erase(connection->stream) > 0) engine_.close(connection->stream);
  host_.cancel(connection->dial_timer);
  std::vector<sdk::StatusFn> failed;
  connection->queue.abandon(failed);
  const auto status = why.ok() ? sdk::Status(sdk::Errc::io, why.text) : why;
  for (auto& done : failed) tell(std::move(done), status);
  if (to_be_told) reports_.ended(connection->name, why);
  schedule_flush();
}

void Connections::mark(const ConnectionPtr& connection) {
  schedule_flush();
  if (std::exchange(connection->marked, true)) return;
  marked_.push_back(connection);
}

void Connections::tell(sdk::StatusFn&& done, const sdk::Status& status) {
  if (!done) return;
  reports_.answer(std::move(done), status);
  schedule_flush();
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
  report();
}

void Connections::report() { reports_.tell(ears_.closed); }

void Connections::sweep() {
  sweeping_ = false;
  if (stopped_ || all_.empty()) return;
  const auto now_us = host_.ticks_us();
  std::vector<std::pair<ConnectionPtr, const char*>> over;
  for (const auto& connection : all_) {
    if (connection->phase == Phase::dialling) continue;
    connection->activity.waiting = !connection->queue.empty();
    if (const auto* why = overdue(connection->activity, now_us)) over.emplace_back(connection, why);
  }
  for (const auto& [connection, why] : over) lose(connection, {sdk::Errc::timed_out, connection->name + ": " + why});
  watch();
}

void Connections::watch() {
  if (!std::exchange(sweeping_, true)) host_.after(sweep_ms, [this] { sweep(); });
}

void Connections::cancel_all() {
  stopped_ = true;
  std::vector<sdk::StatusFn> cancelled;
  for (const auto& connection : std::exchange(all_, {})) {
    host_.cancel(connection->dial_timer);
    connection->phase = Phase::over;
    connection->queue.abandon(cancelled);
  }
  by_name_.clear();
  recent_ = nullptr;
  by_stream_.clear();
  reports_.tell_answers();
  for (const auto& done : cancelled) done({sdk::Errc::cancelled, "the transport stopped"});
}

}  // namespace p2pchat::socket_transport
