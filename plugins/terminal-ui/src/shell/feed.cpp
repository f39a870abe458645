// SPDX-License-Identifier: MIT
#include "shell/feed.hpp"

#include <utility>

namespace p2pchat::terminal_ui {

Feed::Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox)
    : news_(
          host, mailbox, [this](const News& news) { std::visit([this](const auto& each) { tell(each); }, news); },
          [this](const std::string& topic, const sdk::Id&, const std::string&) { bottles_.heard(topic); }),
      bottles_(host, mailbox, news_.book(), [this](const Event& event) { tell(event); }) {}

void Feed::open(Listener listener, std::function<void()> book_is_there) {
  listener_ = std::move(listener);
  news_.open(std::move(book_is_there));
  bottles_.open();
}

void Feed::tell(const Event& event) {
  if (listener_) listener_(event);
}

}  // namespace p2pchat::terminal_ui
