// SPDX-License-Identifier: MIT
#include "presentation/chat_calls.hpp"

#include <p2pchat/network.hpp>

namespace p2pchat::presentation {

ChatCalls::ChatCalls(sdk::Host& host, std::shared_ptr<Postbox> postbox)
    : host_(host), chat_(host.get<sdk::Chat>()), postbox_(std::move(postbox)) {}

sdk::StatusFn ChatCalls::plain(Answer<> answer) {
  return [postbox = postbox_, mark = begin(), answer = std::move(answer)](const sdk::Status& status) {
    postbox->post([answer, status] { answer(status); });
  };
}

sdk::Fn<void(const sdk::Status&, const sdk::Id&)> ChatCalls::with_id(Answer<sdk::Id> answer) {
  return
      [postbox = postbox_, mark = begin(), answer = std::move(answer)](const sdk::Status& status, const sdk::Id& id) {
        postbox->post([answer, status, id] { answer(status, id); });
      };
}

void ChatCalls::self(Answer<Me> answer) {
  chat_->self([postbox = postbox_, answer = std::move(answer)](const sdk::Status& status, const sdk::Id& id,
                                                               sdk::str name, sdk::str invite) {
    postbox->post([answer, status, me = Me{id, std::string(name), std::string(invite)}] { answer(status, me); });
  });
}

void ChatCalls::rename(std::string_view name, Answer<> answer) { chat_->rename(name, plain(std::move(answer))); }

void ChatCalls::add(std::string_view invite, std::string_view name, std::string_view greeting, Answer<sdk::Id> answer) {
  chat_->add_contact(invite, name, greeting, with_id(std::move(answer)));
}

void ChatCalls::accept(const sdk::Id& who, Answer<> answer) { chat_->accept(who, plain(std::move(answer))); }

void ChatCalls::remove(const sdk::Id& who, Keep keep, Answer<> answer) {
  chat_->remove_contact(who, keep == Keep::nothing ? 1 : 0, plain(std::move(answer)));
}

void ChatCalls::block(const sdk::Id& who, Answer<> answer) { chat_->block(who, 1, plain(std::move(answer))); }

void ChatCalls::unblock(const sdk::Id& who, Answer<> answer) { chat_->block(who, 0, plain(std::move(answer))); }

void ChatCalls::name_contact(const sdk::Id& who, std::string_view name, Answer<> answer) {
  chat_->name_contact(who, name, plain(std::move(answer)));
}

void ChatCalls::contacts(Answer<std::vector<Person>> answer) {
  auto people = std::make_shared<std::vector<Person>>();
  chat_->contacts(
      [people](const sdk::Contact& contact) { people->push_back(Person::of(contact)); },
      plain([people, answer = std::move(answer)](const sdk::Status& status) { answer(status, std::move(*people)); }));
}

void ChatCalls::send(const sdk::Id& to, std::string_view text, Answer<sdk::Id> answer) {
  chat_->send(to, text, with_id(std::move(answer)));
}

void ChatCalls::retry(const sdk::Id& message, Answer<> answer) { chat_->retry(message, plain(std::move(answer))); }

void ChatCalls::cancel(const sdk::Id& message, Answer<> answer) { chat_->cancel(message, plain(std::move(answer))); }

void ChatCalls::history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, Answer<MessagePage> answer) {
  auto page = std::make_shared<MessagePage>();
  chat_->history(
      peer, before, limit, [page](const sdk::Message& m) { page->messages.push_back(Message::of(m)); },
      plain([page, limit, answer = std::move(answer)](const sdk::Status& status) {
        if (page->messages.size() == limit && limit != 0) page->next = page->messages.back().place;
        answer(status, std::move(*page));
      }));
}

void ChatCalls::message(const sdk::Id& id, Answer<Message> answer) {
  auto found = std::make_shared<Message>();
  chat_->message(
      id, [found](const sdk::Message& m) { *found = Message::of(m); },
      plain([found, answer = std::move(answer)](const sdk::Status& status) { answer(status, *found); }));
}

void ChatCalls::search(std::string_view words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                       Answer<MessagePage> answer) {
  auto page = std::make_shared<MessagePage>();
  chat_->search(
      words, peer, before, limit, [page](const sdk::Message& m) { page->messages.push_back(Message::of(m)); },
      [page, postbox = postbox_, mark = begin(), answer = std::move(answer)](const sdk::Status& status,
                                                                             std::uint64_t next) {
        postbox->post([page, answer, status, next] {
          page->next = next;
          answer(status, std::move(*page));
        });
      });
}

void ChatCalls::mark_read(const sdk::Id& peer, std::uint64_t place, Answer<> answer) {
  chat_->mark_read(peer, place, plain(std::move(answer)));
}

void ChatCalls::network(Answer<NetworkPicture> answer) {
  host_.post([host = &host_, postbox = postbox_, answer = std::move(answer)] {
    NetworkPicture picture;
    if (auto* network = host->get<sdk::Network>())
      network->peers([&](const sdk::Peer& peer) {
        picture.sessions.push_back({peer.id, std::string(peer.endpoint), peer.since_ms});
      });
    if (auto* routing = host->get<sdk::Routing>())
      routing->table([&](const sdk::NodeEntry& node, std::uint32_t bucket, std::uint32_t age_s) {
        picture.table.push_back({node.id, node.endpoint, node.rtt_ms, bucket, age_s});
      });
    postbox->post([answer, picture = std::move(picture)] { answer({}, picture); });
  });
}

void ChatCalls::join(std::string_view endpoints, Answer<> answer) {
  sdk::StatusFn joined = [postbox = postbox_, answer = std::move(answer)](const sdk::Status& status) {
    postbox->post([answer, status] { answer(status); });
  };
  host_.post([host = &host_, names = std::string(endpoints), done = std::move(joined)]() mutable {
    if (auto* routing = host->get<sdk::Routing>()) return routing->join(names, std::move(done));
    done({sdk::Errc::unsupported, "there is no routing here"});
  });
}

}  // namespace p2pchat::presentation
