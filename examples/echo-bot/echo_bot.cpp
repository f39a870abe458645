// SPDX-License-Identifier: MIT
#include <p2pchat/chat.hpp>
#include <p2pchat/plugin.hpp>

#include <string>

using namespace p2pchat::sdk;

/// Says back what contacts say. Setting: `accept` "yes" takes everybody who asks for a contact. Thread: [loop].
class EchoBot final : public PluginOf<EchoBot> {
 public:
  using PluginOf::PluginOf;

  Status start() override {
    chat_ = host.get<Chat>();
    std::string accept;
    OutTo out(accept);
    host.config("accept", out);
    host.subscribe("message.added", [this](str, const Id& message, bytes) { answer(message); });
    if (accept == "yes") host.subscribe("contact.changed", [this](str, const Id&, bytes) { accept_all(); });
    return {};
  }

 private:
  void answer(const Id& message) {
    const auto echo = [this](const Message& said) {
      if (said.direction != Direction::incoming || std::string_view(said.type) != "text") return;
      chat_->send(said.peer, "you said: " + std::string(said.body),
                  [this](const Status& status, const Id&) { tell(status); });
    };
    chat_->message(message, echo, [this](const Status& status) { tell(status); });
  }

  void accept_all() {
    const auto each = [this](const Contact& contact) {
      if (contact.relation == Relation::asking)
        chat_->accept(contact.id, [this](const Status& status) { tell(status); });
    };
    chat_->contacts(each, [this](const Status& status) { tell(status); });
  }

  void tell(const Status& status) {
    if (!status.ok()) host.log(Level::warn, status.text);
  }

  Chat* chat_ = nullptr;  // there before `start`: it is needed
};

P2PCHAT_PLUGIN(EchoBot, .id = "echo-bot", .name = "Says back what is said", .version = "0.1.0", .license = "MIT",
               .dependencies = {needs<Chat>()}, .settings = {"accept"})
