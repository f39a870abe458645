// SPDX-License-Identifier: MIT
#include "command/runner.hpp"

#include <wire/hex.hpp>

#include <utility>

namespace p2pchat::terminal_ui {
namespace {

constexpr std::uint32_t usual_page = 20;

bool is_about_peer(const Command& command) {
  switch (command.verb) {
    case Verb::accept:
    case Verb::decline:
    case Verb::remove:
    case Verb::block:
    case Verb::unblock:
    case Verb::rename:
    case Verb::to:
    case Verb::msg:
    case Verb::history:
    case Verb::write_out:
    case Verb::search_in:
    case Verb::read:
      return true;
    default:
      return false;
  }
}

Result result_of(const Command& command, const sdk::Status& status) {
  return {command.verb, command.word, status, std::nullopt, std::nullopt, 0};
}

}  // namespace

void Runner::run(const Command& command, Done done) {
  if (BottleRunner::takes(command.verb)) return bottles_.run(command, done);
  if (is_about_peer(command)) {
    const auto peer = peer_of(command);
    if (const auto* why = std::get_if<sdk::Status>(&peer)) return finish(result_of(command, *why), done);
    return about_peer(command, std::get<sdk::Id>(peer), std::move(done));
  }
  if (command.verb == Verb::retry || command.verb == Verb::cancel) {
    const auto message = names_.resolve(command.who);
    if (const auto* why = std::get_if<sdk::Status>(&message)) return finish(result_of(command, *why), done);
    return about_message(command, std::get<sdk::Id>(message), std::move(done));
  }
  about_nobody(command, std::move(done));
}

void Runner::refuse(const Mistyped& line) { reporter_.result({Verb::help, line.word, line.status, {}, {}, 0}); }

void Runner::hear(const Event& event) {
  if (const auto* added = std::get_if<MessageAdded>(&event)) names_.remember(added->message.id);
  if (const auto* changed = std::get_if<MessageChanged>(&event)) names_.remember(changed->message.id);
}

std::variant<sdk::Id, sdk::Status> Runner::peer_of(const Command& command) const {
  if (!command.who.empty()) return feed_.book().resolve(command.who);
  if (current) return *current;
  return sdk::Status(sdk::Errc::invalid, "nobody to talk to: /to PEER says who, /contacts lists those I know");
}

void Runner::about_nobody(const Command& command, Done done) {
  switch (command.verb) {
    case Verb::help:
      reporter_.help(command_list());
      return finish(result_of(command, {}), done);
    case Verb::me:
    case Verb::invite:
      return feed_.calls().self([this, command, done](const sdk::Status& status, const Me& me) {
        if (status.ok()) reporter_.me(me);
        finish(result_of(command, status), done);
      });
    case Verb::name:
      return feed_.calls().rename(command.text, then_finish(command, {}, {}, std::move(done)));
    case Verb::add:
      return add(command, std::move(done));
    case Verb::contacts:
      reporter_.people(feed_.book().everybody());
      return finish(result_of(command, {}), done);
    case Verb::requests:
      reporter_.people(feed_.book().requests());
      return finish(result_of(command, {}), done);
    case Verb::search:
      return page({command, {}, 0}, command, std::move(done));
    case Verb::more:
      return more(command, std::move(done));
    case Verb::peers:
      return feed_.calls().network([this, command, done](const sdk::Status& status, const NetworkPicture& picture) {
        reporter_.network(picture);
        finish(result_of(command, status), done);
      });
    default:
      return finish(result_of(command, {}), done);
  }
}

void Runner::about_peer(const Command& command, const sdk::Id& peer, Done done) {
  auto& calls = feed_.calls();
  switch (command.verb) {
    case Verb::accept:
      return calls.accept(peer, then_refresh(command, peer, std::move(done)));
    case Verb::decline:
      return decline(command, peer, std::move(done));
    case Verb::remove:
      return calls.remove(peer, command.text.empty() ? Keep::conversation : Keep::nothing,
                          then_refresh(command, peer, std::move(done)));
    case Verb::block:
      return calls.block(peer, then_refresh(command, peer, std::move(done)));
    case Verb::unblock:
      return calls.unblock(peer, then_refresh(command, peer, std::move(done)));
    case Verb::rename:
      return calls.name_contact(peer, command.text, then_refresh(command, peer, std::move(done)));
    case Verb::to:
      current = peer;
      return then_finish(command, peer, {}, std::move(done))({});
    case Verb::msg:
      return send(command, peer, std::move(done));
    case Verb::history:
      return page({command, peer, command.before}, command, std::move(done));
    case Verb::write_out:
      return write_out(command, peer, std::move(done));
    case Verb::search_in:
      return page({command, peer, 0}, command, std::move(done));
    case Verb::read:
      return read(command, peer, std::move(done));
    default:
      return finish(result_of(command, {sdk::Errc::internal, "not a command about a peer"}), done);
  }
}

void Runner::about_message(const Command& command, const sdk::Id& message, Done done) {
  auto answer = then_finish(command, {}, message, std::move(done));
  if (command.verb == Verb::retry) return feed_.calls().retry(message, std::move(answer));
  feed_.calls().cancel(message, std::move(answer));
}

void Runner::add(const Command& command, Done done) {
  feed_.calls().add(command.who, command.text, command.greeting,
                    [this, command, done](const sdk::Status& status, const sdk::Id& id) {
                      then_refresh(command, status.ok() ? std::optional(id) : std::nullopt, done)(status);
                    });
}

void Runner::decline(const Command& command, const sdk::Id& peer, Done done) {
  const auto* person = feed_.book().find(peer);
  if (!person || person->relation != sdk::Relation::asking)
    return finish(result_of(command, {sdk::Errc::not_found, feed_.book().name_of(peer) + " has not asked; /requests"}),
                  done);
  feed_.calls().remove(peer, Keep::conversation, then_refresh(command, peer, std::move(done)));
}

void Runner::send(const Command& command, const sdk::Id& peer, Done done) {
  feed_.calls().send(peer, command.text, [this, command, peer, done](const sdk::Status& status, const sdk::Id& id) {
    if (status.ok()) names_.remember(id);
    then_finish(command, peer, status.ok() ? std::optional(id) : std::nullopt, done)(status);
  });
}

void Runner::read(const Command& command, const sdk::Id& peer, Done done) {
  feed_.calls().history(peer, 0, 1, [this, command, peer, done](const sdk::Status& status, const MessagePage& page) {
    if (!status.ok() || page.messages.empty()) return then_finish(command, peer, {}, done)(status);
    feed_.calls().mark_read(peer, page.messages.front().place, then_refresh(command, peer, done));
  });
}

void Runner::write_out(const Command& command, const sdk::Id& peer, Done done) {
  const auto format = transcript_format(command.text.substr(command.text.rfind('.') + 1));
  if (!format)
    return finish(result_of(command, {sdk::Errc::invalid, "the name of the file ends with .txt, .html or .json"}),
                  done);
  feed_.calls().self([this, command, peer, format = *format, done](const sdk::Status& status, const Me& me) {
    if (!status.ok()) return then_finish(command, peer, {}, done)(status);
    TranscriptHead head{me, {}, feed_.calls().now_ms()};
    head.them.id = peer, head.them.name = feed_.book().name_of(peer);
    ConversationExport::start(
        feed_.calls(), format, std::move(head), command.text,
        [answer = then_finish(command, peer, {}, done)](const sdk::Status& ended, std::uint64_t) { answer(ended); });
  });
}

void Runner::page(Where where, const Command& asked, Done done) {
  auto answer = [this, where, asked, done](const sdk::Status& status, const MessagePage& page) {
    for (const auto& message : page.messages) names_.remember(message.id);
    reporter_.messages(page.messages);
    last_ = page.next ? std::optional(Where{where.command, where.peer, page.next}) : std::nullopt;
    auto result = result_of(asked, status);
    result.next = page.next;
    finish(std::move(result), done);
  };
  const auto limit = where.command.count ? where.command.count : usual_page;
  if (where.command.verb == Verb::history)
    return feed_.calls().history(where.peer, where.before, limit, std::move(answer));
  feed_.calls().search(where.command.text, where.peer, where.before, limit, std::move(answer));
}

void Runner::more(const Command& command, Done done) {
  if (!last_)
    return finish(result_of(command, {sdk::Errc::not_found, "nothing to go on with: /history or /search first"}), done);
  page(*last_, command, std::move(done));
}

void Runner::finish(Result result, const Done& done) {
  reporter_.result(result);
  if (done) done();
}

Answer<> Runner::then_finish(const Command& command, std::optional<sdk::Id> peer, std::optional<sdk::Id> message,
                             Done done) {
  return [this, command, peer, message, done = std::move(done)](const sdk::Status& status) {
    finish({command.verb, command.word, status, peer, message, 0}, done);
  };
}

Answer<> Runner::then_refresh(const Command& command, std::optional<sdk::Id> peer, Done done) {
  return [this, command, peer, done = std::move(done)](const sdk::Status& status) {
    feed_.refresh([this, command, peer, status, done] { then_finish(command, peer, {}, done)(status); });
  };
}

}  // namespace p2pchat::terminal_ui
